using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityBot.Host.Commands;

namespace CommunityBot.Host.Control;

/// <summary>What an operator's command asks of the running host: one line of JSON through the control socket.</summary>
internal sealed record ControlRequest(string Action, IReadOnlyDictionary<string, string> Arguments);

/// <summary>What the host answers: how it ended, the sentence for people and the data for programs.</summary>
internal sealed record ControlAnswer(ExitCode Exit, string Text, JsonElement? Data = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlAnswer))]
internal sealed partial class ControlJson : JsonSerializerContext;
