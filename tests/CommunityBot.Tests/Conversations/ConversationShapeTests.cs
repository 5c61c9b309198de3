using System.Text;
using CommunityBot.Conversations;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tests.Conversations;

public sealed class ConversationShapeTests
{
    [Fact]
    public void A_conversation_of_an_older_version_reads_with_the_defaults_of_today()
    {
        var stored = new StoredDocument("telegram:1", 1, Encoding.UTF8.GetBytes("""{"Key":"telegram:1"}"""));
        var conversation = Conversation.Kind.Read(stored);

        Assert.Equal(new ConversationKey("telegram", "1"), conversation.Key);
        Assert.Equal(0, conversation.Marks.Count);
        Assert.Equal(DialogState.Nothing, conversation.State);
        Assert.Empty(conversation.Offered);
    }
}
