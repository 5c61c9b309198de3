using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Reports;
using CommunityBot.Understanding;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Takes what a villager sent into the draft, in whatever order it comes.</summary>
public sealed class ReportAnswers(CategoryCatalogue categories, PlaceReader places, IntentReader reader)
{
    private const int MostCulprit = 200;
    private const int MostForWhom = 200;

    /// <summary>A rival this much weaker than the best guess is no rival.</summary>
    private const double RivalShare = 0.6;

    /// <summary>The draft with everything of this message in it, and what to say about it before the next question.</summary>
    public (ReportDraft Draft, string? Note) Take(Phrasebook phrases, ReportDraft draft, Heard heard)
    {
        var notes = new List<string>();
        var asked = draft.Step;

        draft = TakeFiles(phrases, draft, heard, notes);
        draft = TakePoint(phrases, draft, heard, notes);
        draft = asked == ReportStep.CallBack && heard.Message.Contact is { IsOwn: true } contact
            ? TakePhone(phrases, draft, contact.PhoneNumber, notes)
            : draft;

        var isNew = heard.Files.Count > 0 || heard.Message.Point is not null || heard.Message.Contact is not null;
        draft = isNew ? Moved(draft) : draft;
        draft = heard.Text is { } text && heard.Message.StartPayload is null ? TakeText(phrases, draft, heard, asked, text, notes) : draft;
        return (draft, notes.Count == 0 ? null : string.Join(' ', notes));
    }

    /// <summary>On to the next question; a guess nobody contradicted stands, the summary shows it.</summary>
    private static ReportDraft Moved(ReportDraft draft)
    {
        var settled = draft is { Category: null, Guesses: [var best, ..] } ? draft with { Category = best } : draft;
        return settled with { Step = settled.NextQuestion() };
    }

    /// <summary>A story that was told while another report was unfinished begins its own.</summary>
    public ReportDraft Retell(ReportDraft fresh, SaidPart story) =>
        Sorted(WithPlaceFrom(DraftWords.Add(fresh, story.MessageId, story.Text), story.Text), reader.Read(places.WithoutPlace(story.Text)));

    /// <summary>Whether free words are the beginning of a report: they speak of one more than of anything else, or only name a place.</summary>
    public bool IsBeginning(Heard heard)
    {
        if (heard.Text is not { } text || heard.Choice is not null || heard.Reading.Command is not null)
        {
            return false;
        }

        var story = places.WithoutPlace(text);
        var reading = story == text ? heard.Reading : reader.Read(story);

        return story.Length == 0 || (SpeaksOfReport(reading) && (reading.Danger is not null || !QuestionDialog.MayAsk(reading, text)));
    }

    /// <summary>Sure of one kind, or unsure only which kind: nothing else comes near. Whoever is in danger is not asked which kind.</summary>
    private static bool SpeaksOfReport(Understood reading)
    {
        var guesses = reading.Guesses.Where(guess => guess.Intent != Intent.Emergency).ToList();

        if (guesses is not [{ Intent: Intent.Report } best, ..])
        {
            return false;
        }

        return best.Confidence >= Understood.SureFrom || (reading.Danger is null && guesses.TrueForAll(guess => guess.Intent == Intent.Report || guess.Confidence < best.Confidence * RivalShare));
    }

    private static ReportDraft TakeFiles(Phrasebook phrases, ReportDraft draft, Heard heard, List<string> notes)
    {
        if (heard.Files.Count == 0)
        {
            return draft;
        }

        var room = ReportDraft.MostPhotos - draft.Files.Count;
        var kept = heard.Files.Take(Math.Max(0, room)).ToList();
        notes.Add(kept.Count < heard.Files.Count
            ? phrases.Say("report.too_many_photos")
            : kept is [{ Kind: FileKind.Voice, Duration: { } length }]
                ? phrases.Say("report.got_voice", ("dai", $"{length:m\\:ss}"))
                : phrases.Say("report.got_photos", ("gi", ReportQuestions.FilesOf(phrases, [.. draft.Files, .. kept]))));
        return draft with { Files = [.. draft.Files, .. kept] };
    }

    private ReportDraft TakePoint(Phrasebook phrases, ReportDraft draft, Heard heard, List<string> notes)
    {
        if (heard.Message.Point is not { } point)
        {
            return draft;
        }

        // Asked for the place of a finished report: the new point corrects the old place.
        var before = draft.Step is ReportStep.Place && draft.Place.IsKnown ? DraftPlace.Nowhere : draft.Place;
        var (place, outcome) = places.AtPoint(before, point, heard.Message.PlaceName);
        notes.Add(phrases.Say(outcome == PlaceReader.Outcome.Outside ? "report.outside" : "report.got_place"));
        return outcome == PlaceReader.Outcome.Outside ? draft : draft with { Place = place, PlaceMisses = 0 };
    }

    private ReportDraft TakeText(Phrasebook phrases, ReportDraft draft, Heard heard, ReportStep asked, string text, List<string> notes) => asked switch
    {
        ReportStep.Group or ReportStep.Kind or ReportStep.Guess or ReportStep.Water or ReportStep.Smell or ReportStep.Burning => TakeStory(draft, heard, text),
        ReportStep.Photos => TakeMoreWords(phrases, draft, heard, text, notes),
        ReportStep.Place or ReportStep.PlaceChoice or ReportStep.NotServed => TakePlaceName(phrases, draft, heard, asked, text, notes),
        ReportStep.Village => TakeVillage(draft, text),
        ReportStep.Words => DraftWords.Replace(draft, heard.Message.MessageId, text) is var told ? told with { Step = told.NextQuestion() } : draft,
        ReportStep.Culprit => draft with { Culprit = DraftWords.Cut(text, MostCulprit), Step = draft.NextQuestion() },
        ReportStep.ForWhom => draft with { ForSomebodyElse = DraftWords.Cut(text, MostForWhom), Step = draft.NextQuestion() },
        ReportStep.CallBack => TakePhone(phrases, draft, text, notes),
        ReportStep.Check or ReportStep.EditWhat or ReportStep.More or ReportStep.Privacy or ReportStep.Consent or ReportStep.Refused =>
            TakeMoreWords(phrases, draft, heard, text, notes),
    };

    /// <summary>The first words: what it is about, perhaps also where.</summary>
    private ReportDraft TakeStory(ReportDraft draft, Heard heard, string text)
    {
        var story = places.WithoutPlace(text);
        var told = story.Length == 0 ? draft : DraftWords.Add(draft, heard.Message.MessageId, text);
        return Sorted(WithPlaceFrom(told, text), story == text ? heard.Reading : reader.Read(story));
    }

    private ReportDraft TakeMoreWords(Phrasebook phrases, ReportDraft draft, Heard heard, string text, List<string> notes)
    {
        var told = DraftWords.Add(draft, heard.Message.MessageId, text);

        if (!told.Place.IsKnown)
        {
            told = WithPlaceFrom(told, text);
        }

        if (heard.Files.Count == 0)
        {
            notes.Add(phrases.Say("report.got_words"));
        }

        if (told.Category is null)
        {
            return Sorted(told, heard.Reading);
        }

        // Words at the photo question are an answer to it, but a photo is still welcome: the question stays open.
        return told with { Step = told.NextQuestion() };
    }

    private ReportDraft TakePlaceName(Phrasebook phrases, ReportDraft draft, Heard heard, ReportStep asked, string text, List<string> notes)
    {
        var before = asked is ReportStep.Place && draft.Place.IsKnown ? DraftPlace.Nowhere : draft.Place;
        var (place, outcome) = places.AtName(before, text);

        if (outcome == PlaceReader.Outcome.Read)
        {
            var placed = draft with { Place = place, PlaceMisses = 0 };
            placed = LooksLikeStory(heard, text) ? Sorted(DraftWords.Add(placed, heard.Message.MessageId, text), heard.Reading) : placed;
            return placed with { Step = placed.NextQuestion() };
        }

        if (heard.Files.Count > 0 || LooksLikeStory(heard, text))
        {
            return TakeMoreWords(phrases, draft, heard, text, notes);
        }

        return draft with { Place = place, PlaceMisses = draft.PlaceMisses + 1, Step = ReportStep.Place };
    }

    private static bool LooksLikeStory(Heard heard, string text) =>
        text.Length > 40 || heard.Reading.Guesses is [{ Intent: Intent.Report, Confidence: >= Understood.SureFrom }, ..];

    private ReportDraft TakeVillage(ReportDraft draft, string text)
    {
        var (place, outcome) = places.InSentence(draft.Place with { Village = null }, text);
        var isOtherCommune = outcome == PlaceReader.Outcome.Read && place.Commune != draft.Place.Commune && StartsWithUnit(text);
        var settled = isOtherCommune
            ? place
            : draft.Place with { Village = PlaceReader.Trimmed(text), IsVillageAsked = true };
        var placed = draft with { Place = settled };
        return placed with { Step = placed.NextQuestion() };
    }

    private static bool StartsWithUnit(string text) =>
        Primitives.VietnameseText.Fold(text) is var folded
        && (folded.StartsWith("xa ", StringComparison.Ordinal) || folded.StartsWith("phuong ", StringComparison.Ordinal));

    private static ReportDraft TakePhone(Phrasebook phrases, ReportDraft draft, string text, List<string> notes)
    {
        if (PhoneNumbers.Find(text) is not { } phone)
        {
            notes.Add(phrases.Say("report.bad_phone"));
            return draft with { Step = ReportStep.CallBack };
        }

        notes.Add(phrases.Say("report.got_phone"));
        return draft with { Phone = phone, Step = draft.NextQuestion() };
    }

    private ReportDraft WithPlaceFrom(ReportDraft draft, string text)
    {
        var (place, _) = places.InSentence(draft.Place, text);
        return draft.Place.IsKnown ? draft with { Place = draft.Place with { Village = place.Village } } : draft with { Place = place };
    }

    /// <summary>The draft with the kind its words speak for, or with the question that tells it.</summary>
    private ReportDraft Sorted(ReportDraft draft, Understood reading)
    {
        var guesses = reading.Guesses.Where(guess => guess is { Intent: Intent.Report, Key: { } key } && categories.Find(key) is not null).ToList();
        var isSure = guesses.Count > 0 && guesses[0].Confidence >= Understood.SureFrom;

        if (isSure)
        {
            var sorted = draft with { Category = guesses[0].Key };
            return sorted with { Step = sorted.NextQuestion() };
        }

        if (guesses.Count == 0 || draft.IsGuessAsked || draft.Category is not null)
        {
            return draft with { Step = draft.NextQuestion() };
        }

        return draft with
        {
            IsGuessAsked = true,
            Guesses = [.. guesses.Select(guess => guess.Key!)], // filtered above
            Step = NearMisses.QuestionFor(guesses),
        };
    }
}
