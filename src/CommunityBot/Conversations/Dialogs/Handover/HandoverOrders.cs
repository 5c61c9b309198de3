using CommunityBot.Messages;

namespace CommunityBot.Conversations.Dialogs.Handover;

/// <summary>The villager wants a person: go on with the open question, or begin one.</summary>
/// <param name="Words">What they said besides, when it was more than the wish.</param>
public sealed record MeetOfficer(string? Words) : Order;

/// <summary>Keep what was sent with the question.</summary>
public sealed record KeepQuestion(string Words, IReadOnlyList<IncomingFile> Files) : Order;

/// <summary>Bring the question to the desk.</summary>
public sealed record SendQuestion(HandoverDraft Draft) : Order;

/// <summary>More words for the officer.</summary>
/// <param name="IsAnswered">Another part of the same album was answered already.</param>
public sealed record SayToOfficer(string Id, string Words, IReadOnlyList<IncomingFile> Files, bool IsAnswered) : Order;

/// <summary>The villager pressed "Trả lời" below an officer's words.</summary>
public sealed record ListenForOfficer(string Id) : Order;

/// <summary>From now on the bot hears the villager again.</summary>
public sealed record LeaveOfficer : Order;
