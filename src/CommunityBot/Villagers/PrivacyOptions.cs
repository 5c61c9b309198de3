using System.ComponentModel.DataAnnotations;

namespace CommunityBot.Villagers;

/// <summary>How long personal data is kept. Section <c>Privacy</c>.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Months after a ticket is closed until name, phone, exact point and photos are removed; 1 to 120, normally 12.</summary>
    [Range(1, 120)]
    public int KeepMonths { get; init; } = 12;
}
