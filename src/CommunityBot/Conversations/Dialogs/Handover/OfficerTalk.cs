using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.Storage;
using Conversation = CommunityBot.Conversations.Conversation;

namespace CommunityBot.Conversations.Dialogs.Handover;

/// <summary>Whether the next words of a villager go to a person or to the bot.</summary>
public sealed class OfficerTalk : IHandoverTalk
{
    /// <summary>So long after their own last words more of them still go to the officer.</summary>
    public static TimeSpan OwnPause { get; } = TimeSpan.FromMinutes(15);

    public static Conversation Left(Conversation conversation) => conversation with { Handover = null };

    public static Func<Conversation, Conversation> ListenUntil(string id, DateTimeOffset until) =>
        conversation => conversation with { Handover = new HandoverSeat(id, until) };

    /// <summary>Says that the officer will read what comes next.</summary>
    public static OrderOutcome Listening(Scene scene, string id, string phrase) => new()
    {
        State = scene.Conversation.State with { Open = null, Handover = null },
        Replies = [WithWayOut(scene, scene.Phrases.Say(phrase))],
        Amend = ListenUntil(id, scene.Now + OwnPause),
    };

    public static OutgoingMessage WithWayOut(Scene scene, string sentence) => new()
    {
        Text = sentence,
        Buttons = [[new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)]],
    };

    public async Task ListenAsync(Work work, ConversationKey villager, string handover, DateTimeOffset until, CancellationToken cancellationToken) =>
        work.Put(Conversation.Kind, ListenUntil(handover, until)(await FindAsync(work, villager, cancellationToken)));

    public async Task EndAsync(Work work, ConversationKey villager, string handover, CancellationToken cancellationToken)
    {
        if (await FindAsync(work, villager, cancellationToken) is { Handover: { } seat } conversation && seat.Id == handover)
        {
            work.Put(Conversation.Kind, Left(conversation));
        }
    }

    private static async ValueTask<Conversation> FindAsync(Work work, ConversationKey villager, CancellationToken cancellationToken) =>
        await work.FindAsync(Conversation.Kind, villager.ToString(), cancellationToken) ?? new Conversation { Key = villager };
}
