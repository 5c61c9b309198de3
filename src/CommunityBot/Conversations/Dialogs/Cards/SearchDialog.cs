using System.Globalization;
using CommunityBot.Awareness.Search;
using CommunityBot.Messages;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs.Cards;

/// <summary>"Tìm nấm độc", or "🔍 Tìm" and then the words: the three cards that fit best, or the topics and a person.</summary>
public sealed class SearchDialog(CardSearch search) : IDialog
{
    public const string DialogName = "search";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>"tim" without marks is also the heart, but whoever means that speaks of danger, which comes first.</summary>
    private static readonly string[] Commands = ["tìm bài ", "tìm ", "tim bai ", "tim ", "/tim ", "tra cứu ", "tra cuu "];

    private const string SureCommand = "tìm ";

    private static readonly string[] BareCommands = ["tìm", "tim", "/tim", "tìm bài", "tim bai", "tìm kiếm", "tim kiem"];

    public string Name => DialogName;

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.Message.Kind is not (IncomingKind.Message or IncomingKind.Press) || heard.Reading.Danger is not null)
        {
            return null;
        }

        if (heard.Choice == Choices.Search || IsBareCommand(heard))
        {
            return Ask(scene);
        }

        return Wanted(scene, heard) is { } words ? Answer(scene, words) : null;
    }

    /// <summary>What stands behind "tìm", empty when nothing does; null when these are other words ("tim" without marks may be the heart).</summary>
    public static string? SearchedFor(string text) =>
        BareCommands.Contains(text.ToLowerInvariant()) ? ""
        : text.StartsWith(SureCommand, StringComparison.OrdinalIgnoreCase) ? text[SureCommand.Length..]
        : null;

    /// <summary>Three cards as buttons, each with the line that speaks of it; null when none fits.</summary>
    public DialogTurn? Offer(Scene scene, string words)
    {
        var hits = search.Find(words);
        return hits.Count == 0 ? null : DialogTurn.Say(DialogState.Nothing, Hits(scene, hits));
    }

    private DialogTurn Answer(Scene scene, string words) => Offer(scene, words) ?? DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
    {
        Text = scene.Phrases.Say("search.nothing"),
        Buttons = Keyboard.Of(WaysOn(scene)),
    });

    private static DialogTurn Ask(Scene scene) => DialogTurn.Say(
        scene.Conversation.State with { Open = DialogName, Brief = new BriefTalk { Dialog = DialogName, Until = scene.Now + Patience } },
        new OutgoingMessage
        {
            Text = scene.Phrases.Say("search.ask"),
            Buttons = Keyboard.Of(new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics), new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)),
        });

    private static bool IsBareCommand(Heard heard) =>
        heard.Choice is null && heard.Text is { } text && BareCommands.Contains(text.ToLowerInvariant());

    /// <summary>What to search for; null when nobody searches.</summary>
    private static string? Wanted(Scene scene, Heard heard)
    {
        if (heard.Choice is not null || heard.Reading.Command is not null || heard.Text is not { } text || heard.Message.Files.Count > 0)
        {
            return null;
        }

        var open = scene.Conversation.State.Open;
        var command = Array.Find(Commands, one => text.StartsWith(one, StringComparison.OrdinalIgnoreCase));

        // "Tìm thấy lợn chết bên suối" is no search.
        return command is not null && (open is null or DialogName) && !Tells(heard) ? text[command.Length..]
            : open == DialogName && !heard.Folded.StartsWith('/') ? text
            : null;
    }

    private static bool Tells(Heard heard) => heard.Reading is { IsSure: true, Guesses: [{ Intent: Intent.Report }, ..] };

    private static OutgoingMessage Hits(Scene scene, IReadOnlyList<CardHit> hits) => new()
    {
        Text = string.Join('\n', [
            scene.Phrases.Say("search.found"),
            .. hits.Select((hit, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {hit.Card.Title}: {hit.Line}"))]),
        Buttons = Keyboard.Of([.. hits.Select(hit => new Button(Keyboard.Cut(hit.Card.Title), CardBubble.Key(hit.Topic, hit.Card))), .. WaysOn(scene)]),
    };

    private static Button[] WaysOn(Scene scene) =>
        [new Button(scene.Phrases.Say("awareness.button_topics"), Choices.Topics), new Button(scene.Phrases.Say("menu.button_human"), Choices.Human)];
}
