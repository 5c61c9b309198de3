using CommunityBot.Awareness;
using CommunityBot.Messages;

namespace CommunityBot.Conversations.Dialogs.Cards;

/// <summary>A card was shown.</summary>
public sealed record NoteCardShown(CardLink Card) : Order;

/// <summary>A reader said more about a card, or about the whole topic.</summary>
public sealed record KeepRemark(string Topic, string? Card, string? Words, IReadOnlyList<IncomingFile> Files) : Order;
