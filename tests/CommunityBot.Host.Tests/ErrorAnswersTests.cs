using System.Net;
using CommunityBot.Host.Settings;
using CommunityBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests;

public sealed class ErrorAnswersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_cannot_commit_asks_the_caller_to_come_back()
    {
        var answer = await AskAsync(() => new StoreUnavailableException());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_request_that_breaks_the_rules_is_the_callers_fault() =>
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await AskAsync(() => new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge))).StatusCode);

    [Fact]
    public async Task A_bug_tells_nothing_of_the_inside()
    {
        var answer = await AskAsync(() => new InvalidOperationException("secret inside"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(Func<Exception> stumble)
    {
        await using var host = await RunningHost.StartAsync(
            HostMode.Serve, builder => builder.Services.AddSingleton<IStartupFilter>(new Stumbling(stumble)));
        return await host.Client.GetAsync(new Uri("/stumble", UriKind.Relative), Token);
    }

    /// <summary>A page that only throws.</summary>
    private sealed class Stumbling(Func<Exception> stumble) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseErrorAnswers();
            app.Map("/stumble", page => page.Run(_ => throw stumble()));
            next(app);
        };
    }
}
