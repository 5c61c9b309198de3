using CommunityBot.Awareness.Voice;
using CommunityBot.Messages;

namespace CommunityBot.Conversations.Dialogs.Voice;

/// <summary>Somebody pressed a button about recordings, or typed the command for it.</summary>
/// <param name="OfficerId">Who; null for somebody who cannot be known again.</param>
/// <param name="Key">Hostile.</param>
/// <param name="EventId">Proves a consent.</param>
/// <param name="IsGroup">In a group only recordings are judged.</param>
public sealed record PressOnRecording(string? OfficerId, string Key, string EventId, bool IsGroup) : Order;

/// <summary>A campaigner sent what was asked for: the voice note, or the name of another speaker.</summary>
public sealed record HearRecording(string? OfficerId, SpokenDraft Draft, string? Text, IncomingFile? Voice, string EventId) : Order;
