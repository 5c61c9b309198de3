using CommunityBot.Phrases;

namespace CommunityBot.Awareness.Voice;

/// <summary>What campaigners read about a recording: which card or sentence, in which language.</summary>
public sealed class ClipWords(TopicCatalogue topics, Phrasebook phrases)
{
    /// <summary>The sentences worth reading aloud: whoever cannot read meets these first.</summary>
    public static IReadOnlyList<string> Spoken { get; } = ["menu.greeting", "menu.help"];

    public Phrasebook Phrases => phrases;

    /// <summary>"Nấm rừng (tiếng Việt)".</summary>
    public string NameOf(Recording recording) =>
        ClipTarget.TryParse(recording.Target, out var target) ? NameOf(target, recording.Language) : recording.Target;

    public string NameOf(ClipTarget target, string language) =>
        phrases.Say("voice.name", ("bai", TitleOf(target) ?? target.ToString()), ("tieng", LanguageName(language)));

    /// <summary>The heading of the card or the beginning of the sentence; null when the content no longer has it.</summary>
    public string? TitleOf(ClipTarget target) => target switch
    {
        { Card: var (topic, card) } => topics.Find(topic)?.FindCard(card)?.Title,
        { Phrase: { } key } when Spoken.Contains(key) => phrases.Say($"voice.sentence_{key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]}"),
        _ => null,
    };

    /// <summary>The words to read aloud; null when the content no longer has them.</summary>
    public string? TextOf(ClipTarget target, string language) => target switch
    {
        { Card: var (topic, card) } => topics.In(language).Find(topic)?.FindCard(card)?.Message,
        { Phrase: { } key } when Spoken.Contains(key) => phrases.Say(key),
        _ => null,
    };

    public string LanguageName(string language) => phrases.Say($"voice.language_{language}");
}
