using CommunityBot.Messages;
using CommunityBot.Tickets;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations;

/// <summary>One event as the dialogs hear it: the words composed and folded, a pressed or typed choice resolved, what it probably means.</summary>
public sealed record Heard
{
    public required IncomingMessage Message { get; init; }

    /// <summary>The words, composed (NFC) and trimmed, at most 4,000 characters; null when there are none.</summary>
    public string? Text { get; init; }

    /// <summary>The words without marks, for comparing; empty when there are none.</summary>
    public string Folded { get; init; } = "";

    /// <summary>The key of the pressed button, or of the open choice whose number or word was typed; hostile when pressed.</summary>
    public string? Choice { get; init; }

    /// <summary>What the words probably mean; the danger in them first.</summary>
    public required Understood Reading { get; init; }

    /// <summary>The files of the message in the same order, under passing names until they are kept.</summary>
    public IReadOnlyList<FileRef> Files { get; init; } = [];

    /// <summary>The wake that came due, for <see cref="IncomingKind.Wake"/>.</summary>
    public Scheduling.Wake? Wake { get; init; }

    public bool IsPress => Message.Kind == IncomingKind.Press;

    /// <summary>The rest of the choice behind a prefix: "topic:latrine" with "topic:" gives "latrine".</summary>
    public string? ChoiceBehind(string prefix) =>
        Choice is { } choice && choice.StartsWith(prefix, StringComparison.Ordinal) ? choice[prefix.Length..] : null;
}
