using System.Net;
using CommunityBot.Awareness;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Pages;

/// <summary>The plan's pages in production: everybody may read them, nothing else is needed.</summary>
public sealed class PlanPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_is_served_in_production_with_old_names_new_names_and_lessons()
    {
        await using var host = await RunningHost.StartAsync();
        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri("/ke-hoach", UriKind.Relative), Token));
        var plan = host.Services.GetRequiredService<PlanBook>().On(new DateOnly(2026, 11, 23))!;

        Assert.All(plan.Tasks, task => Assert.Contains(task.Text, page, StringComparison.Ordinal));
        Assert.All(plan.Services.Values, service => Assert.Contains(service.Feature, page, StringComparison.Ordinal));
        Assert.Contains("Sở Tài nguyên và Môi trường (nay là Sở Nông nghiệp và Môi trường)", page, StringComparison.Ordinal);
        Assert.Contains("/bai/latrine#", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bản thử", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_the_plan_names_and_every_lesson_it_links_is_there()
    {
        await using var host = await RunningHost.StartAsync();
        var plan = host.Services.GetRequiredService<PlanBook>().All[0];
        var pages = plan.Services.Values.SelectMany(service => service.Places).Where(place => place.StartsWith('/')).Distinct();
        var lessons = host.Services.GetRequiredService<TopicCatalogue>().All.Select(topic => $"/bai/{topic.Key}");

        foreach (var address in pages.Concat(lessons))
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, await AskAsync(host, address)));
        }
    }

    [Theory]
    [InlineData("/bai/nothing")]
    [InlineData("/bai/hinh/nothing.png")]
    [InlineData("/bai/hinh/..%2Ftopics.png")]
    public async Task What_is_not_taught_is_not_found(string address)
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(host, address));
    }

    [Fact]
    public async Task A_lesson_shows_its_drawings_and_which_cards_nobody_has_signed()
    {
        await using var host = await RunningHost.StartAsync();
        var topic = host.Services.GetRequiredService<TopicCatalogue>().All.First(one => one.Cards.Any(one.AwaitsReview));
        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri($"/bai/{topic.Key}", UriKind.Relative), Token));

        Assert.All(topic.Cards, card => Assert.Contains(card.Text.Split('\n')[0], page, StringComparison.Ordinal));
        Assert.Equal(topic.Cards.Count(topic.AwaitsReview), page.Split("đang chờ cán bộ chuyên môn duyệt").Length - 1);
        var picture = topic.Cards.First(card => card.Picture is not null).Picture!;
        Assert.Contains(picture.AltText, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, $"/bai/hinh/{picture.Name}.png"));
    }

    private static async Task<HttpStatusCode> AskAsync(RunningHost host, string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        return answer.StatusCode;
    }
}
