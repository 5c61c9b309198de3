using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityBot.Awareness.Readers;
using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Host.Doctor;
using CommunityBot.Host.Health;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Host.Commands;

/// <summary>The JSON that commands print for programs, Vietnamese letters as they are.</summary>
[JsonSerializable(typeof(ContentFindings))]
[JsonSerializable(typeof(ContentReport))]
[JsonSerializable(typeof(BoundaryImportResult))]
[JsonSerializable(typeof(IssuedCode))]
[JsonSerializable(typeof(Messages.ConsentLink))]
[JsonSerializable(typeof(StoreContents))]
[JsonSerializable(typeof(HostStanding))]
[JsonSerializable(typeof(IReadOnlyList<DoctorFinding>))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    public static CommandJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
