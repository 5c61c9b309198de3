using System.Text.Json.Serialization;
using CommunityBot.Conversations.Dialogs;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations;

/// <summary>What the bot remembers of one chat: what it has heard already, where the talk stands, which choices are open.</summary>
public sealed record Conversation
{
    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey Key { get; init; }

    /// <summary>Events that were heard, so that a repeated delivery changes nothing.</summary>
    public Marks Marks { get => field ?? Marks.None; init; } = Marks.None;

    public bool IsGroup { get; init; }

    /// <summary>Where the talk stands; fresh when nothing is open.</summary>
    public DialogState State { get => field ?? DialogState.Nothing; init; } = DialogState.Nothing;

    /// <summary>The choices of the last question, so that a typed number or word works like a button.</summary>
    public IReadOnlyList<OfferedChoice> Offered { get => field ?? []; init; } = [];

    /// <summary>How often in a row the bot did not understand; never the same sentence twice.</summary>
    public int NotUnderstood { get; init; }

    public DateTimeOffset LastHeardAt { get; init; }

    /// <summary>True while the villager has blocked the bot: nothing is sent until they speak again.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Set while this conversation is a desk, or has asked to be one.</summary>
    public DeskSeat? Desk { get; init; }

    /// <summary>The ticket whose officer waits for this villager's answer.</summary>
    public TicketId? Question { get; init; }

    /// <summary>Set while words that belong to no other talk go to an officer.</summary>
    public HandoverSeat? Handover { get; init; }

    /// <summary>They have seen once that they can receive news.</summary>
    public bool IsNewsOffered { get; init; }

    public static DocumentKind<Conversation> Kind { get; } = new(
        "conversations",
        ConversationJson.Default.Conversation,
        conversation => conversation.Key.ToString());
}

/// <summary>The person the villager talks with.</summary>
/// <param name="Id">Which hand-over.</param>
/// <param name="Until">After this moment the bot hears them again.</param>
public sealed record HandoverSeat(string Id, DateTimeOffset Until);

/// <summary>A choice that was offered as a button.</summary>
public sealed record OfferedChoice(string Label, string Key)
{
    /// <summary>The ways out below a question have words, not numbers: a mistyped "3" must not throw a report away.</summary>
    private static readonly string[] Uncounted = [Choices.Back, Choices.Cancel, Choices.Help];

    /// <summary>Those that a typed number means: 1 is the first.</summary>
    public static IReadOnlyList<OfferedChoice> Counted(IEnumerable<OfferedChoice> offered) => [.. offered.Where(choice => !Uncounted.Contains(choice.Key))];

    public static IReadOnlyList<OfferedChoice> Of(IReadOnlyList<IReadOnlyList<Button>> buttons) =>
        [.. buttons.SelectMany(row => row).Where(button => button.Url is null).Select(button => new OfferedChoice(button.Label, button.Key))];
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Conversation))]
internal sealed partial class ConversationJson : JsonSerializerContext;
