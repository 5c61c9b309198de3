using System.Text;
using CommunityBot.TestKit;
using CommunityBot.Tickets;
using CsCheck;

namespace CommunityBot.Tests.Tickets;

public sealed class TicketKeysTests
{
    private static readonly TicketId Ticket = TicketId.New(new SeededChance(7));

    [Fact]
    public void What_is_written_is_read_again_and_fits_into_a_button()
    {
        var key = TicketKeys.ForOfficer(TicketKeys.ForwardTo, Ticket, "2025-01912");

        Assert.True(Encoding.UTF8.GetByteCount(key) <= 64);
        Assert.Equal(new TicketPress(TicketKeys.ForwardTo, Ticket, "2025-01912"), TicketKeys.Read(key, TicketKeys.Officer));
        Assert.Null(TicketKeys.Read(key, TicketKeys.Villager));
    }

    [Theory]
    [InlineData("t:")]
    [InlineData("t:acc")]
    [InlineData("t:acc:")]
    [InlineData("t:acc:AAAAAAAAA")]
    [InlineData("t::::::")]
    [InlineData("v:ok:'; DROP TABLE tickets; --")]
    public void A_broken_key_means_nothing(string key)
    {
        Assert.Null(TicketKeys.Read(key, TicketKeys.Officer));
        Assert.Null(TicketKeys.Read(key, TicketKeys.Villager));
    }

    [Fact]
    public void Any_text_at_all_is_read_without_harm() => Gen.String.Sample(text =>
    {
        var read = TicketKeys.Read($"t:{text}", TicketKeys.Officer);
        Assert.True(read is null || read.Ticket.Code.Length == 9);
    });
}
