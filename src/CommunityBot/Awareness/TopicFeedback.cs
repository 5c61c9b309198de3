using System.Text.Json.Serialization;
using CommunityBot.Storage;

namespace CommunityBot.Awareness;

/// <summary>Whether a reader found a topic useful; nothing says who it was.</summary>
/// <param name="Id">Topic and bubble, so that pressing twice counts once.</param>
/// <param name="Topic">Key of the topic.</param>
/// <param name="IsUseful">What was pressed.</param>
/// <param name="At">When.</param>
/// <param name="Card">Id of the card; null when the whole topic was meant.</param>
public sealed record TopicFeedback(string Id, string Topic, bool IsUseful, DateTimeOffset At, string? Card = null)
{
    public static DocumentKind<TopicFeedback> Kind { get; } = new("topic_feedback", TopicFeedbackJson.Default.TopicFeedback, feedback => feedback.Id);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TopicFeedback))]
internal sealed partial class TopicFeedbackJson : JsonSerializerContext;
