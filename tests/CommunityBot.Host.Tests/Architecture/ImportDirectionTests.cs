using System.Reflection;
using CommunityBot.Conversations;

namespace CommunityBot.Host.Tests.Architecture;

/// <summary>Who may import whom: the table of src/README.md, row by row, read from the compiled code.</summary>
public sealed class ImportDirectionTests
{
    /// <summary>Our projects and the only vendors each may know (besides .NET itself).</summary>
    private static readonly Dictionary<string, string[]> VendorsOf = new()
    {
        ["CommunityBot"] = ["Microsoft.Extensions"],
        ["CommunityBot.Files"] = ["Microsoft.Extensions", "Magick.NET", "Markdig", "NetTopologySuite", "YamlDotNet"],
        ["CommunityBot.Channels"] = ["Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Net.Http", "Telegram.Bot"],
        ["CommunityBot.Storage.LiteDb"] = ["Microsoft.Extensions", "LiteDB"],
        ["CommunityBot.Web"] = ["Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Net.Http"],
    };

    /// <summary>The heart from the top down: a row imports only rows below it, and never one of its own row.</summary>
    private static readonly string[][] Floors =
    [
        ["Conversations"],
        ["Reports", "Tickets", "Desks", "Awareness", "Villagers", "Photos", "Understanding", "Handovers", "News"],
        ["Messages", "Communes", "Phrases", "Scheduling"],
        ["Storage", "Settings"],
        ["Primitives"],
    ];

    /// <summary>Neighbours on one floor that know each other, each with its reason.</summary>
    private static readonly HashSet<(string From, string To)> Neighbours =
    [
        ("Reports", "Tickets"), // a report that is sent becomes a ticket
        ("Reports", "Villagers"), // the consent and the last place belong to the villager
        ("Reports", "Photos"), // what the villager sent is fetched later
        ("Reports", "Desks"), // the receipt says whether the commune has confirmed its times
        ("Tickets", "Reports"), // category and severity of the report
        ("Tickets", "Photos"), // the proof
        ("Tickets", "Desks"), // who is responsible
        ("Tickets", "Villagers"), // who hears back
        ("Desks", "Tickets"), // the card
        ("Desks", "Photos"),
        ("Awareness", "Photos"), // what was recorded or remarked by voice
        ("Awareness", "Desks"), // who may record and who may judge
        ("Villagers", "Tickets"), // forgetting a person empties their tickets
        ("Villagers", "Photos"),
        ("Villagers", "Reports"),
        ("Villagers", "Handovers"), // and what they asked officers
        ("Handovers", "Villagers"), // how the villager is addressed
        ("Handovers", "Desks"), // who answers, and of which office
        ("Handovers", "Tickets"), // files and the words for a commune
        ("Handovers", "Photos"), // photos and voice notes are fetched later
        ("Villagers", "News"), // forgetting a person takes what they subscribed to
        ("News", "Villagers"), // their consent, how they are addressed
        ("News", "Tickets"), // which tickets say that the water is back
        ("Scheduling", "Messages"), // a wake enters the lane like a message
        ("Messages", "Scheduling"), // the sweep over the outbox is a job
    ];

    public static TheoryData<string> Projects => [.. VendorsOf.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_the_heart_and_its_own_vendors(string project)
    {
        var assembly = Assembly.Load(project);
        var strangers = assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name ?? "")
            .Where(name => !IsPartOfDotNet(name) && !(name == "CommunityBot" && project != "CommunityBot"))
            .Where(name => !VendorsOf[project].Any(vendor => name.StartsWith(vendor, StringComparison.Ordinal)))
            .ToList();

        Assert.Empty(strangers);
    }

    [Fact]
    public void Inside_the_heart_imports_go_down_only() => Assert.Empty(Offences(typeof(Conversation).Assembly));

    [Fact]
    public void The_channels_do_not_know_each_other()
    {
        var channels = Assembly.Load("CommunityBot.Channels").GetTypes().ToLookup(type => RoomOf(type, "CommunityBot.Channels."));
        var rooms = channels.Select(group => group.Key).Where(room => room is not null).ToHashSet();
        var offences = channels.Where(group => group.Key is not null).SelectMany(
            group => group.SelectMany(type => TypeUses.Of(type)
                .Select(used => RoomOf(used, "CommunityBot.Channels."))
                .Where(room => room is not null && room != group.Key && rooms.Contains(room))
                .Select(room => $"{type.FullName} uses {room}")));

        Assert.Empty(offences);
    }

    [Fact]
    public void No_LiteDB_type_leaves_the_storage_project()
    {
        var exposed = Assembly.Load("CommunityBot.Storage.LiteDb").GetExportedTypes()
            .SelectMany(type => type.GetMembers())
            .SelectMany(member => member switch
            {
                MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
                PropertyInfo property => [property.PropertyType],
                ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
                _ => Enumerable.Empty<Type>(),
            })
            .Where(type => type.Assembly.GetName().Name == "LiteDB")
            .ToList();

        Assert.Empty(exposed);
    }

    [Fact]
    public void A_planted_offender_is_caught()
    {
        var offences = Offences(typeof(ImportDirectionTests).Assembly).ToList();
        Assert.Contains(offences, offence => offence.Contains(nameof(CommunityBot.Primitives.PlantedOffender), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Offences(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (RoomOf(type, "CommunityBot.") is not { } from || FloorOf(from) is not { } floor)
            {
                continue;
            }

            foreach (var used in TypeUses.Of(type))
            {
                if (RoomOf(used, "CommunityBot.") is { } to && to != from && FloorOf(to) is { } below && below <= floor && !Neighbours.Contains((from, to)))
                {
                    yield return $"{type.FullName} ({from}) uses {used.FullName} ({to})";
                }
            }
        }
    }

    /// <summary>The folder of the heart a type lives in: "Tickets" for CommunityBot.Tickets.Ticket.</summary>
    private static string? RoomOf(Type type, string house)
    {
        var space = type.Namespace ?? "";
        return space.StartsWith(house, StringComparison.Ordinal) ? space[house.Length..].Split('.')[0] : null;
    }

    private static int? FloorOf(string room)
    {
        var floor = Array.FindIndex(Floors, rooms => rooms.Contains(room));
        return floor < 0 ? null : floor;
    }

    private static bool IsPartOfDotNet(string name) =>
        name is "netstandard" or "mscorlib" || name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.Win32", StringComparison.Ordinal);
}
