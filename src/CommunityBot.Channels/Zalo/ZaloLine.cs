using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommunityBot.Channels.Zalo.Wire;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>The line to Zalo's OpenAPI: shows the access token, renews a refused one once and asks once more.</summary>
internal sealed class ZaloLine(ZaloHttp http, ZaloTokens tokens, ZaloStanding standing, IOptions<ZaloOptions> options)
{
    private static readonly TimeSpan LimitRests = TimeSpan.FromMinutes(1);

    public async Task<ZaloAnswer> PostAsync(string path, Func<HttpContent> body, CancellationToken cancellationToken)
    {
        if (await tokens.AccessAsync(cancellationToken) is not { } access)
        {
            standing.Know(ZaloKeys.None);
            return new ZaloAnswer.NoToken();
        }

        var answer = await PostOnceAsync(path, body(), access, cancellationToken);

        if (!ZaloFailure.IsToken(answer) || !await tokens.RenewAsync(access, cancellationToken))
        {
            return answer;
        }

        return await tokens.AccessAsync(cancellationToken) is { } renewed
            ? await PostOnceAsync(path, body(), renewed, cancellationToken)
            : answer;
    }

    private async Task<ZaloAnswer> PostOnceAsync(string path, HttpContent body, string access, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.BaseUrl.TrimEnd('/') + path) { Content = body };
        request.Headers.TryAddWithoutValidation("access_token", access);

        try
        {
            using var response = await http.Client.SendAsync(request, cancellationToken);
            standing.Reached();
            RestWhenSpent(response);
            return await ReadAsync(response, cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            standing.NotReached(broken.HttpRequestError.ToString());
            return new ZaloAnswer.Broken(broken.HttpRequestError);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            standing.NotReached("no answer in time");
            return new ZaloAnswer.Silent();
        }
    }

    private static async Task<ZaloAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await response.Content.ReadFromJsonAsync(ZaloJson.Default.ZaloReply, cancellationToken);
            return reply switch
            {
                { Error: 0 } when response.StatusCode == HttpStatusCode.OK => new ZaloAnswer.Done(reply.Data),
                { Error: { } error and not 0 } => new ZaloAnswer.Refused(error, reply.Message ?? ""),
                _ => new ZaloAnswer.Strange(response.StatusCode),
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or IOException)
        {
            // With 200 it may have taken effect; nobody can tell.
            return response.StatusCode == HttpStatusCode.OK ? new ZaloAnswer.Silent() : new ZaloAnswer.Strange(response.StatusCode);
        }
    }

    private void RestWhenSpent(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("X-RateLimit-Remain", out var remain) && remain.FirstOrDefault() == "0")
        {
            standing.Rest(ZaloSentences.Quota("4,000 requests a minute"), LimitRests);
        }
    }
}
