using System.Globalization;
using System.Text.Json.Serialization;
using CommunityBot.Channels.BotFramework.Wire;
using CommunityBot.Storage;
using SortKey = CommunityBot.Primitives.SortKey;

namespace CommunityBot.Channels.BotFramework;

/// <summary>A web chat as it is kept: how far it has come and whether its browsers are still welcome.</summary>
/// <param name="Id">The conversation's address.</param>
/// <param name="User">Who talks there; decided by us, never by a request's body.</param>
/// <param name="UserName">Only when a server with the secret said it.</param>
/// <param name="Count">Activities ever said; this is the watermark.</param>
/// <param name="LastAt">When something was last said.</param>
/// <param name="IsSignedOut">True: cookie and tokens are refused.</param>
internal sealed record ChatConversation(string Id, string User, string? UserName, long Count, DateTimeOffset LastAt, bool IsSignedOut, int Version = 1);

/// <summary>One activity of a web chat as it is kept.</summary>
/// <param name="Source">What it came from ("c:clientActivityID" or "o:outbox row"): the same source never makes a second activity.</param>
internal sealed record ChatActivity(string Id, string Conversation, long Number, string Source, DateTimeOffset At, Activity Activity, int Version = 1);

/// <summary>How conversations and activities of the web chat lie in the store.</summary>
internal static class ChatDocuments
{
    public const string BySource = "source";
    public const string ByAge = "age";

    public static DocumentKind<ChatConversation> Conversations { get; } = new(
        "webchat_conversations",
        ChatDocumentJson.Default.ChatConversation,
        conversation => conversation.Id,
        new DocumentIndex<ChatConversation>(ByAge, conversation => SortKey.Of(conversation.LastAt)));

    public static DocumentKind<ChatActivity> Activities { get; } = new(
        "webchat_activities",
        ChatDocumentJson.Default.ChatActivity,
        activity => activity.Id,
        new DocumentIndex<ChatActivity>(BySource, activity => SourceKey(activity.Conversation, activity.Source)),
        new DocumentIndex<ChatActivity>(ByAge, activity => SortKey.Of(activity.At)));

    /// <summary>Sorts by number inside a conversation.</summary>
    public static string ActivityId(string conversation, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{number:D7}");

    /// <summary>Ends the range of a conversation's activities: the character behind the bar.</summary>
    public static string EndOf(string conversation) => conversation + "}";

    public static string SourceKey(string conversation, string source) => $"{conversation}|{source}";
}

/// <summary>The stored form; the wire's names are kept so that a stored activity is what was sent.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatConversation))]
[JsonSerializable(typeof(ChatActivity))]
internal sealed partial class ChatDocumentJson : JsonSerializerContext;
