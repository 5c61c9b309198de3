using System.Globalization;
using System.Net;
using CommunityBot.Channels.Zalo.Wire;

namespace CommunityBot.Channels.Zalo;

/// <summary>What came of one call to Zalo's OpenAPI.</summary>
internal abstract record ZaloAnswer
{
    private ZaloAnswer()
    {
    }

    /// <summary>HTTP 200 and error 0.</summary>
    public sealed record Done(ZaloReplyData? Data) : ZaloAnswer;

    /// <summary>Zalo says no, mostly with HTTP 200.</summary>
    public sealed record Refused(int Error, string Message) : ZaloAnswer
    {
        /// <summary>For a log line: the code and Zalo's words, nothing of ours.</summary>
        public string Words => string.Create(CultureInfo.InvariantCulture, $"{Error} {Message}");

        public bool Says(string word) => Message.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Something in between answered.</summary>
    public sealed record Strange(HttpStatusCode Status) : ZaloAnswer;

    /// <summary>The line broke.</summary>
    public sealed record Broken(HttpRequestError Error) : ZaloAnswer;

    /// <summary>No answer in time: nobody knows whether it took effect.</summary>
    public sealed record Silent : ZaloAnswer;

    /// <summary>Nobody has consented yet, or the consent has run out.</summary>
    public sealed record NoToken : ZaloAnswer;
}
