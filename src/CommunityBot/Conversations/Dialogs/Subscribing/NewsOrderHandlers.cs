using CommunityBot.Messages;
using CommunityBot.News;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Subscribing;

/// <summary>Asks where they live; whoever receives news already is shown what, and may change it.</summary>
public sealed class BeginNewsHandler(NewsQuestions questions) : OrderHandler<BeginNews>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, BeginNews order, CancellationToken cancellationToken)
    {
        var known = await work.FindAsync(Subscription.Kind, scene.Conversation.Key.ToString(), cancellationToken) is { IsActive: true } active ? active : null;

        if (known is not null && order is { Goal: NewsGoal.Subscribe, IsForTopics: false })
        {
            return OrderOutcome.Say(Received(scene, known));
        }

        // "Đổi nơi ở" of somebody who receives nothing begins at the beginning.
        var draft = known is null ? new NewsDraft()
            : order.IsForTopics ? new NewsDraft { Step = NewsStep.Topics, Place = DraftPlace.Nowhere with { Commune = known.Commune, Village = known.Village }, Topics = known.Topics }
            : new NewsDraft { Goal = order.Goal };
        return OrderOutcome.Say(questions.Ask(scene, draft)) with { State = scene.Conversation.State with { Open = NewsDialog.DialogName, News = draft } };
    }

    private OutgoingMessage Received(Scene scene, Subscription known) => new()
    {
        Text = scene.Phrases.Say("news.already", ("noi", questions.PlaceOf(scene, known.Commune, known.Village)), ("chu_de", questions.TopicsOf(scene, known.Topics))),
        Buttons = Keyboard.Of(
            new Button(scene.Phrases.Say("news.button_move"), NewsChoices.Move),
            new Button(scene.Phrases.Say("news.button_topics"), NewsChoices.ChangeTopics),
            new Button(scene.Phrases.Say("privacy.button_stop_news"), Privacy.PrivacyChoices.Stop),
            new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)),
    };
}

/// <summary>Keeps the subscription with the villager's own yes.</summary>
public sealed class KeepSubscriptionHandler : OrderHandler<KeepSubscription>
{
    /// <summary>Which text was agreed to.</summary>
    private const string Notice = "2026-11";

    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, KeepSubscription order, CancellationToken cancellationToken)
    {
        await work.FindAsync(Subscription.Kind, scene.Conversation.Key.ToString(), cancellationToken);
        work.Put(Subscription.Kind, new Subscription
        {
            Villager = scene.Conversation.Key,
            Commune = order.Draft.Commune,
            Village = order.Draft.Place.Village,
            Topics = order.Draft.Topics,
            Language = scene.Villager.Language ?? Primitives.Languages.Vietnamese,
            Consent = new Consent(true, Notice, scene.Now, order.EventId),
        });
        return OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("news.kept"))) with { Amend = NewsOfferedHandler.Seen };
    }
}

/// <summary>Writes the new home into the subscription.</summary>
public sealed class MoveHomeHandler(NewsQuestions questions) : OrderHandler<MoveHome>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, MoveHome order, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Subscription.Kind, scene.Conversation.Key.ToString(), cancellationToken) is not { IsActive: true } known)
        {
            return OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("news.not_kept")));
        }

        var moved = known with { Commune = order.Draft.Commune, Village = order.Draft.Place.Village };
        work.Put(Subscription.Kind, moved);
        return OrderOutcome.Say(MenuDialog.Home(scene.Phrases, scene.Phrases.Say("news.moved", ("noi", questions.PlaceOf(scene, moved.Commune, moved.Village)))));
    }
}

/// <summary>"Dừng": kept also for those who never subscribed, so that nobody writes to them.</summary>
public sealed class StopNewsHandler : OrderHandler<StopNews>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, StopNews order, CancellationToken cancellationToken)
    {
        var known = await work.FindAsync(Subscription.Kind, scene.Conversation.Key.ToString(), cancellationToken) ?? new Subscription { Villager = scene.Conversation.Key };
        work.Put(Subscription.Kind, known with { StoppedAt = known.StoppedAt ?? scene.Now });
        return OrderOutcome.Silent;
    }
}

/// <summary>Ties them to the outage where they live; without one they are asked to report it.</summary>
public sealed class FollowWaterHandler(FollowOutage follow, NewsQuestions questions) : OrderHandler<FollowWater>
{
    private const string Outage = "no_water";

    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, FollowWater order, CancellationToken cancellationToken)
    {
        var isFollowed = await follow.RunAsync(work, scene.Conversation.Key, order.Commune, order.Village, cancellationToken);
        var place = questions.PlaceOf(scene, order.Commune, null);
        return OrderOutcome.Say(isFollowed
            ? MenuDialog.Home(scene.Phrases, scene.Phrases.Say("news.water_follows", ("noi", place)))
            : new OutgoingMessage
            {
                Text = scene.Phrases.Say("news.water_nobody", ("noi", place)),
                Buttons = Keyboard.Of(
                    new Button(scene.Phrases.Say("menu.button_report_told"), Choices.ReportOf + Outage),
                    new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)),
            });
    }
}

/// <summary>Remembers that the offer was seen: nobody is asked twice.</summary>
public sealed class NewsOfferedHandler : OrderHandler<NewsOffered>
{
    public static Conversation Seen(Conversation conversation) => conversation with { IsNewsOffered = true };

    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, NewsOffered order, CancellationToken cancellationToken) =>
        Task.FromResult(new OrderOutcome { Amend = Seen });
}
