using System.Globalization;
using CommunityBot.Awareness;
using CommunityBot.Awareness.Readers;
using CommunityBot.Awareness.Voice;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.Dialogs.Voice;

/// <summary>What a campaigner chooses from: cards nobody reads aloud yet (the most read first), all cards by topic, the bot's own sentences; then the language.</summary>
internal sealed class RecordingMenus(TopicCatalogue topics, ClipBook clips, ClipWords words)
{
    private const int OnePage = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    public async Task<OrderOutcome> ShowAsync(Work work, Scene scene, string key, CancellationToken cancellationToken) => key switch
    {
        VoiceKeys.Missing => await MissingAsync(work, scene, cancellationToken),
        VoiceKeys.Sentences => List(scene, "voice.choose_sentence", ClipWords.Spoken.Select(ClipTarget.OfPhrase)),
        _ when Rest(key, VoiceKeys.Of) is { } of && ClipTarget.TryParse(of, out var target) && words.TitleOf(target) is not null => Speak(scene, target),
        _ when Rest(key, VoiceKeys.Topics) is { } from => TopicsFrom(scene, Number(from)),
        _ when Rest(key, VoiceKeys.Topic)?.Split(':') is [var topic, var from] && topics.Find(topic) is { } found => CardsFrom(scene, found, Number(from)),
        _ => Menu(scene),
    };

    public OrderOutcome AskForVoice(Scene scene, SpokenDraft draft) =>
        ClipTarget.TryParse(draft.Target, out var target) && words.TextOf(target, draft.Language) is { } text
            ? Open(scene, draft, new OutgoingMessage
            {
                Heading = scene.Phrases.Say("voice.please_read", ("tieng", words.LanguageName(draft.Language))),
                Text = text,
                Buttons = [[Cancel(scene)]],
            })
            : OrderOutcome.Say(new OutgoingMessage { Text = scene.Phrases.Say("voice.gone") });

    public static OrderOutcome AskForConsent(Scene scene, SpokenDraft draft) => Open(scene, draft, new OutgoingMessage
    {
        Text = scene.Phrases.Say("voice.consent", ("dai", $"{draft.Length ?? TimeSpan.Zero:m\\:ss}")),
        Buttons =
        [
            [new Button(scene.Phrases.Say("voice.button_mine"), VoiceKeys.Mine)],
            [new Button(scene.Phrases.Say("voice.button_other"), VoiceKeys.Other)],
            [new Button(scene.Phrases.Say("voice.button_again"), VoiceKeys.Again), Cancel(scene)],
        ],
    });

    public OutgoingMessage Thanks(Scene scene, SpokenDraft draft) => new()
    {
        Text = scene.Phrases.Say("voice.submitted", ("bai", ClipTarget.TryParse(draft.Target, out var target) ? words.NameOf(target, draft.Language) : draft.Target)),
        Buttons =
        [
            [new Button(scene.Phrases.Say("voice.button_missing"), VoiceKeys.Missing)],
            [new Button(scene.Phrases.Say("voice.button_menu"), VoiceKeys.Menu), new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)],
        ],
    };

    /// <summary>The talk goes on with this draft.</summary>
    public static OrderOutcome Open(Scene scene, SpokenDraft draft, OutgoingMessage message) => new()
    {
        Replies = [message],
        State = scene.Conversation.State with
        {
            Open = RecordingDialog.DialogName,
            Brief = new BriefTalk { Dialog = RecordingDialog.DialogName, Until = scene.Now + Patience, Spoken = draft },
        },
    };

    private static OrderOutcome Menu(Scene scene) => OrderOutcome.Say(new OutgoingMessage
    {
        Text = scene.Phrases.Say("voice.menu"),
        Buttons =
        [
            [new Button(scene.Phrases.Say("voice.button_missing"), VoiceKeys.Missing)],
            [new Button(scene.Phrases.Say("voice.button_topics"), VoiceKeys.Topics + "0")],
            [new Button(scene.Phrases.Say("voice.button_sentences"), VoiceKeys.Sentences)],
            [new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)],
        ],
    });

    private OrderOutcome TopicsFrom(Scene scene, int from)
    {
        var buttons = topics.All.Skip(from).Take(OnePage).Select(topic => new Button(topic.ButtonLabel, $"{VoiceKeys.Topic}{topic.Key}:0")).ToList();
        return Page(scene, "voice.choose_topic", buttons, from + OnePage < topics.All.Count ? VoiceKeys.Topics + Text(from + OnePage) : null);
    }

    private OrderOutcome CardsFrom(Scene scene, Topic topic, int from)
    {
        var cards = topic.Cards.Skip(from).Take(OnePage).Select(card => ButtonOf(ClipTarget.OfCard(topic.Key, card.Id), card.Title)).ToList();
        return Page(scene, "voice.choose_card", cards, from + OnePage < topic.Cards.Count ? $"{VoiceKeys.Topic}{topic.Key}:{Text(from + OnePage)}" : null);
    }

    /// <summary>The cards villagers read most and cannot listen to.</summary>
    private async Task<OrderOutcome> MissingAsync(Work work, Scene scene, CancellationToken cancellationToken)
    {
        var silent = new List<(ClipTarget Target, long Views)>();

        foreach (var topic in topics.All)
        {
            foreach (var card in topic.Cards)
            {
                var target = ClipTarget.OfCard(topic.Key, card.Id);

                if (clips.Find(target, Languages.Vietnamese) is null)
                {
                    var tally = await work.FindAsync(CardTally.Kind, new CardLink(topic.Key, card.Id).ToString(), cancellationToken);
                    silent.Add((target, tally?.Views ?? 0));
                }
            }
        }

        return List(scene, silent.Count == 0 ? "voice.nothing_missing" : "voice.choose_missing", silent.OrderByDescending(one => one.Views).Take(OnePage).Select(one => one.Target));
    }

    private OrderOutcome List(Scene scene, string phrase, IEnumerable<ClipTarget> targets) =>
        Page(scene, phrase, [.. targets.Select(target => ButtonOf(target, words.TitleOf(target) ?? target.ToString()))], next: null);

    private static OrderOutcome Page(Scene scene, string phrase, List<Button> buttons, string? next) => OrderOutcome.Say(new OutgoingMessage
    {
        Text = scene.Phrases.Say(phrase),
        Buttons = Keyboard.Of([
            .. buttons,
            .. next is null ? [] : new[] { new Button(scene.Phrases.Say("awareness.button_more"), next) },
            new Button(scene.Phrases.Say("voice.button_menu"), VoiceKeys.Menu)]),
    });

    /// <summary>Which language? Those that can be heard already may also be taken away.</summary>
    private OrderOutcome Speak(Scene scene, ClipTarget target)
    {
        var heard = Languages.All.Where(language => clips.IsRecorded(target, language));
        return OrderOutcome.Say(new OutgoingMessage
        {
            Heading = words.TitleOf(target),
            Text = scene.Phrases.Say("voice.choose_language"),
            Buttons = Keyboard.Of([
                .. Languages.All.Select(language => new Button(
                    scene.Phrases.Say("voice.button_record_in", ("tieng", words.LanguageName(language))), SpokenKey.Of(VoiceKeys.In, language, target))),
                .. heard.Select(language => new Button(
                    scene.Phrases.Say("voice.button_take_away", ("tieng", words.LanguageName(language))), SpokenKey.Of(VoiceKeys.Off, language, target))),
                .. clips.LanguagesOf(target, villager: null).Take(1).Select(_ => new Button(scene.Phrases.Say("voice.button_listen"), Choices.Listen + target))]),
        });
    }

    private Button ButtonOf(ClipTarget target, string title) =>
        new(Keyboard.Cut(clips.LanguagesOf(target, villager: null).Count > 0 ? $"🔊 {title}" : title), VoiceKeys.Of + target);

    private static Button Cancel(Scene scene) => new(scene.Phrases.Say("voice.button_cancel"), VoiceKeys.Cancel);

    private static string? Rest(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
