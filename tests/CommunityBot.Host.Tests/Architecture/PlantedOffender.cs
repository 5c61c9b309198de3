using CommunityBot.Conversations;

namespace CommunityBot.Primitives;

/// <summary>Pretends to live in the cellar of the heart and looks up to the top floor: the import test must see it.</summary>
internal static class PlantedOffender
{
    public static string Look(Conversation conversation) => conversation.Key.ToString();
}
