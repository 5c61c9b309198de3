using System.Globalization;
using CommunityBot.Communes;
using CommunityBot.Tickets;

namespace CommunityBot.Host.Demo;

/// <summary>A contact book for every commune of the demo; the numbers are invented and ring nowhere.</summary>
internal static class DemoContacts
{
    private const string OfficeHours = "7:30–17:00, thứ Hai đến thứ Sáu";

    public static ContactBook For(CommuneDirectory communes) => new([.. communes.Served.SelectMany(Of)]);

    private static IEnumerable<Contact> Of(Commune commune, int place)
    {
        var last = place.ToString("00", CultureInfo.InvariantCulture);
        var name = commune.NameInSentence;
        yield return new Contact(commune.Key, ContactKind.HealthStation, $"Trạm y tế {name}", $"0209 000 1{last}", "trực cả ngày đêm");
        yield return new Contact(commune.Key, ContactKind.Police, $"Công an {name}", $"0209 000 2{last}", null);
        yield return new Contact(commune.Key, ContactKind.WaterGroup, $"Tổ quản lý nước {name}", $"0209 000 3{last}", OfficeHours);
        yield return new Contact(commune.Key, ContactKind.Electricity, $"Tổ điện {name}", $"0209 000 4{last}", OfficeHours);
    }
}
