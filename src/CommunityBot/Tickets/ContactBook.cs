using CommunityBot.Communes;

namespace CommunityBot.Tickets;

/// <summary>Whom a commune can send people to: health station, police, electricity, water group, village heads. Data of the commune, empty until it is imported.</summary>
public sealed class ContactBook(IReadOnlyList<Contact> contacts)
{
    private readonly ILookup<UnitKey, Contact> byUnit = contacts.ToLookup(contact => contact.Unit);

    public IReadOnlyList<Contact> Of(UnitKey unit) => [.. byUnit[unit]];
}

/// <summary>One entry of the book.</summary>
/// <param name="Unit">The commune whose book it is in.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">"Trạm y tế xã Chợ Rã".</param>
/// <param name="Phone">As people dial it.</param>
/// <param name="Hours">"7:30–17:00, thứ Hai đến thứ Sáu"; null when not known.</param>
public sealed record Contact(UnitKey Unit, ContactKind Kind, string Name, string Phone, string? Hours)
{
    /// <summary>"Trạm y tế xã Chợ Rã, 0209 3 888 888 (7:30–17:00)".</summary>
    public string Words => Hours is null ? $"{Name}, {Phone}" : $"{Name}, {Phone} ({Hours})";
}

/// <summary>What kind of helper.</summary>
public enum ContactKind
{
    HealthStation,
    Police,
    Electricity,
    WaterGroup,
    VillageHead,
    Veterinary,
    Other,
}
