using CommunityBot.Reports;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>What kinds of reports are called in the villager's language.</summary>
internal static class CategoryNames
{
    public static string Of(Scene scene, ReportCategory category) => scene.Phrases.Name($"category.button_{category.Key}", category.ButtonLabel);

    public static string Of(Scene scene, CategoryGroup group) => scene.Phrases.Name($"category.group_{group.Key}", group.Label);
}
