using System.Net;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.TestKit;
using CommunityBot.Tickets;

namespace CommunityBot.Host.Tests;

/// <summary>Whoever has a code sees how the report stands, and nothing of anybody.</summary>
public sealed class StatusPageTests
{
    private static readonly TicketId Code = TicketId.New(new SeededChance(7));

    [Fact]
    public async Task The_page_shows_state_and_kind_and_nothing_of_the_reporter()
    {
        await using var host = await RunningHost.StartAsync();
        await KeepTicketAsync(host.Store);

        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync($"/p/{Code}"));

        Assert.Contains("đã nhận", page, StringComparison.Ordinal);
        Assert.Contains(Code.ToString(), page, StringComparison.Ordinal);

        foreach (var secret in new[] { "Hoàng Thị Mẩy", "0900000000", "nhà ông Páo", "22.4", "vòi hỏng trước cổng", "246845883529190003" })
        {
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_ten_wrong_codes_an_address_waits_also_for_a_right_one()
    {
        await using var host = await RunningHost.StartAsync();
        await KeepTicketAsync(host.Store);

        for (var guess = 0; guess < 10; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync($"/p/BK-AAA-AAA-AA{guess}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.Client.GetAsync($"/p/{Code}")).StatusCode);
    }

    private static async Task KeepTicketAsync(IDocumentStore store)
    {
        var work = new Work(store);
        work.Put(Ticket.Kind, new Ticket
        {
            Id = Code,
            ReceivedAt = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero),
            Status = TicketStatus.Accepted,
            Category = "broken_tap",
            Severity = Severity.S3,
            Words = "vòi hỏng trước cổng",
            Place = new TicketPlace(null, new GeoPoint(22.4, 105.7), "nhà ông Páo", null, null),
            Reporter = new Reporter(new ConversationKey("zalo", "246845883529190003"), "Hoàng Thị Mẩy", "0900000000", Anonymity.Named, null),
        });
        await work.CommitAsync(CancellationToken.None);
    }
}
