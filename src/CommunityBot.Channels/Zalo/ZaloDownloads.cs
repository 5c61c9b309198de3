using System.Net;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Fetches photos, voice notes and files from the address Zalo named.</summary>
internal sealed class ZaloDownloads(ZaloHttp http, IOptions<ZaloOptions> options)
{
    public async Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken)
    {
        if (file.Size > limitBytes)
        {
            return new FetchedFile.TooBig();
        }

        if (!Uri.TryCreate(file.FetchId, UriKind.Absolute, out var address) || !MayOpen(address))
        {
            return new FetchedFile.Gone("not an address of a file");
        }

        try
        {
            using var response = await http.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(response, limitBytes, cancellationToken),
                HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden => new FetchedFile.Gone(Words(response)),
                _ => new FetchedFile.TryLater(Words(response)),
            };
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new FetchedFile.TryLater("line: " + broken.GetType().Name);
        }
    }

    /// <summary>Zalo's files lie behind https; only a test's server does not.</summary>
    private bool MayOpen(Uri address) => address.Scheme == Uri.UriSchemeHttps || (!options.Value.IsOfficial && address.Scheme == Uri.UriSchemeHttp);

    private static async Task<FetchedFile> ReadAsync(HttpResponseMessage response, long limitBytes, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limitBytes)
        {
            return new FetchedFile.TooBig();
        }

        using var kept = new MemoryStream();
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var chunk = new byte[64 * 1024];

        while (await content.ReadAsync(chunk, cancellationToken) is var read and > 0)
        {
            if (kept.Length + read > limitBytes)
            {
                return new FetchedFile.TooBig();
            }

            kept.Write(chunk, 0, read);
        }

        return new FetchedFile.Bytes(kept.ToArray());
    }

    private static string Words(HttpResponseMessage response) => ZaloSentences.Code((int)response.StatusCode);
}
