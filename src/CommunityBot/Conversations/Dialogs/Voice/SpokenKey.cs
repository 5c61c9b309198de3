using CommunityBot.Awareness.Voice;
using CommunityBot.Primitives;

namespace CommunityBot.Conversations.Dialogs.Voice;

/// <summary>"rec:in:tay:card:latrine.hole": what is read aloud, and in which language.</summary>
internal static class SpokenKey
{
    public static string Of(string action, string language, ClipTarget target) => $"{action}{language}:{target}";

    /// <summary>False for a forged key.</summary>
    public static bool TryRead(string key, string action, out string language, out ClipTarget target)
    {
        (language, target) = ("", default);

        var rest = key.StartsWith(action, StringComparison.Ordinal) ? key[action.Length..] : "";
        var at = rest.IndexOf(':', StringComparison.Ordinal);

        if (at <= 0)
        {
            return false;
        }

        language = rest[..at];
        return Languages.IsKnown(language) && ClipTarget.TryParse(rest[(at + 1)..], out target);
    }
}
