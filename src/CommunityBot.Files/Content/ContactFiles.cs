using CommunityBot.Communes;
using CommunityBot.Tickets;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>contacts/*.yaml</c>: whom a commune sends people to. One file for each commune; a commune without a file has an empty book.</summary>
internal static class ContactFiles
{
    private const string Folder = "contacts";

    private static readonly Dictionary<string, ContactKind> Kinds = new(StringComparer.Ordinal)
    {
        ["tram_y_te"] = ContactKind.HealthStation,
        ["cong_an"] = ContactKind.Police,
        ["dien_luc"] = ContactKind.Electricity,
        ["to_nuoc"] = ContactKind.WaterGroup,
        ["truong_thon"] = ContactKind.VillageHead,
        ["thu_y"] = ContactKind.Veterinary,
        ["khac"] = ContactKind.Other,
    };

    public static ContactBook Read(ContentFolder folder, ContentNotes notes)
    {
        var contacts = new List<Contact>();

        foreach (var file in folder.Files(Folder, "*.yaml"))
        {
            if (folder.ReadText(file) is { } text && YamlFile.Read(text, file, 1, notes) is { } form)
            {
                ReadFile(form, contacts);
            }
        }

        return new ContactBook(contacts);
    }

    private static void ReadFile(YamlForm form, List<Contact> contacts)
    {
        var name = form.Text("unit");

        if (!UnitKey.TryParse(name, out var unit))
        {
            form.Mistake("unit", $"\"{name}\" phải là năm và mã xã, như 2025-01912.");
        }

        foreach (var item in form.Forms("contacts"))
        {
            var contact = new Contact(
                unit,
                item.OneOf("kind", Kinds),
                item.Text("name", 60),
                item.Text("phone", 30),
                item.OptionalText("hours", 60));
            item.NothingElse();

            if (contact.Phone.Length > 0 && contact.Phone.Count(char.IsAsciiDigit) < 3)
            {
                item.Mistake("phone", $"\"{contact.Phone}\" không giống số điện thoại.");
            }

            contacts.Add(contact);
        }

        form.NothingElse();
    }
}
