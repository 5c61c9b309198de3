using CommunityBot.Communes;
using CommunityBot.Primitives;

namespace CommunityBot.Reports;

/// <summary>Finds the place of a report in a point, a typed name or a sentence.</summary>
public sealed class PlaceReader(CommuneNames names, CommunePlaces places, CommuneDirectory directory)
{
    /// <summary>Longer than this is a story, not a name.</summary>
    private const int LongestName = 60;
    private const int LongestVillage = 80;
    private const int MostChoices = 5;

    public enum Outcome
    {
        /// <summary>The place says more than before.</summary>
        Read,

        /// <summary>A point outside the province.</summary>
        Outside,

        /// <summary>No commune of that name.</summary>
        Unknown,
    }

    public (DraftPlace Place, Outcome Outcome) AtPoint(DraftPlace place, GeoPoint point, string? placeName)
    {
        var answer = places.At(point);

        if (answer is CommuneAnswer.Outside)
        {
            return (place, Outcome.Outside);
        }

        var village = place.Village ?? Trimmed(placeName);
        var moved = place with { Point = point, Village = village, IsVillageAsked = true };

        // Named already, in words or by a link: the point only says where inside.
        return place.IsKnown
            ? (moved, Outcome.Read)
            : (Answered(moved, answer), Outcome.Read);
    }

    /// <summary>A typed answer to "where is it?".</summary>
    public (DraftPlace Place, Outcome Outcome) AtName(DraftPlace place, string text)
    {
        if (text.Length > LongestName)
        {
            return InSentence(place, text);
        }

        var found = names.FindInText(text);
        var answer = found.Answer is CommuneAnswer.Unknown ? names.Find(text) : found.Answer;

        return answer is CommuneAnswer.Unknown
            ? (place with { Village = Trimmed(text) ?? place.Village }, Outcome.Unknown)
            : (Answered(place with { Village = Trimmed(found.Village) ?? place.Village }, answer), Outcome.Read);
    }

    /// <summary>What a message says besides the place; empty when it only names one.</summary>
    public string WithoutPlace(string text)
    {
        var found = names.FindInText(text);
        return found.Answer is CommuneAnswer.Unknown ? text
            : found.Village.Length > 0 && found.Rest.Length <= found.Village.Length + 3 ? ""
            : found.Rest;
    }

    /// <summary>A place named by the way in a story.</summary>
    public (DraftPlace Place, Outcome Outcome) InSentence(DraftPlace place, string text)
    {
        var found = names.FindInText(text);
        var village = place.Village ?? Trimmed(found.Village);

        return found.Answer is CommuneAnswer.Unknown
            ? (place with { Village = village }, Outcome.Unknown)
            : (Answered(place with { Village = village }, found.Answer), Outcome.Read);
    }

    /// <summary>A commune chosen from a list or a link; null when there is none of that key.</summary>
    public DraftPlace? Chosen(DraftPlace place, UnitKey key) => directory.ResponsibleFor(key) is { } commune
        ? Answered(place, CommuneAnswer.Of(commune, place.Choices.Count > 0 ? "Bà con chọn." : "Theo liên kết."))
        : null;

    public Commune? Find(UnitKey? key) => key is { } known ? directory.ResponsibleFor(known) : null;

    public static string? Trimmed(string? village)
    {
        var text = village?.Trim(' ', ',', '.', ';', '\n', '\r', '\t').ReplaceLineEndings(" ");
        return string.IsNullOrEmpty(text) ? null : DraftWords.Cut(text, LongestVillage);
    }

    private static DraftPlace Answered(DraftPlace place, CommuneAnswer answer) => answer switch
    {
        CommuneAnswer.Found found => place with { Commune = found.Commune.Key, IsForProvince = false, Why = found.Why, Choices = [], NotServed = null },
        CommuneAnswer.NotServed other => place with { Commune = null, IsForProvince = false, NotServed = other.Commune.Key, Why = other.Why, Choices = [] },
        CommuneAnswer.Choose choose when place.Point is not null && Narrowed(place, choose) is { } only => Answered(place, only),
        CommuneAnswer.Choose choose => place with
        {
            Commune = null,
            IsForProvince = false,
            NotServed = null,
            Choices = [.. choose.Communes.Take(MostChoices).Select(commune => commune.Key)],
            Why = choose.Why,
        },
        _ => place,
    };

    /// <summary>Point and words each left a choice: what both allow is the answer.</summary>
    private static CommuneAnswer? Narrowed(DraftPlace place, CommuneAnswer.Choose choose) =>
        place.Choices.Count > 0 && choose.Communes.Where(commune => place.Choices.Contains(commune.Key)).ToList() is [var only]
            ? CommuneAnswer.Of(only, choose.Why)
            : null;
}
