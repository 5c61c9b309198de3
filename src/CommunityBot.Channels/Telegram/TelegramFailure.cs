using System.Globalization;
using System.Net;
using CommunityBot.Messages;
using Telegram.Bot.Exceptions;

namespace CommunityBot.Channels.Telegram;

/// <summary>What a failed call means, and what to do next. Never carries an address: that would carry the token.</summary>
internal static class TelegramFailure
{
    /// <summary>When a 429 forgets to say how long.</summary>
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(5);

    public static SendOutcome Outcome(RequestException failure, Lane lane) => failure switch
    {
        ApiRequestException refusal => OfRefusal(refusal, lane),
        { InnerException: HttpRequestException line } => OfLine(line),
        { HttpStatusCode: { } status and not HttpStatusCode.OK } => OfStrangeAnswer(status, lane),
        { InnerException: OperationCanceledException } => new SendOutcome.Unknown("no answer in time"),
        _ => new SendOutcome.Unknown("an answer nobody can read"),
    };

    /// <summary>401, or 404 for everything: @BotFather has replaced or never given this token.</summary>
    public static bool IsRefusedToken(RequestException failure) =>
        failure is ApiRequestException { ErrorCode: 401 } or ApiRequestException { ErrorCode: 404, Message: "Not Found" };

    public static bool IsConflict(RequestException failure) => failure is ApiRequestException { ErrorCode: 409 };

    public static bool IsWebhookInTheWay(RequestException failure) => IsConflict(failure) && Says(failure, "webhook");

    public static bool IsUnreadableMarks(RequestException failure) => Says(failure, "can't parse entities");

    public static bool IsUnchanged(RequestException failure) => Says(failure, "message is not modified");

    /// <summary>The bubble cannot be changed in place: deleted, too old, or of another kind.</summary>
    public static bool IsBubbleGone(RequestException failure) =>
        Says(failure, "message to edit not found")
        || Says(failure, "message can't be edited")
        || Says(failure, "there is no text in the message")
        || Says(failure, "there is no media in the message")
        || Says(failure, "MESSAGE_ID_INVALID");

    /// <summary>The topic of the forum group was deleted or closed; the group itself still listens.</summary>
    public static bool IsTopicGone(RequestException failure) =>
        Says(failure, "message thread not found") || Says(failure, "TOPIC_CLOSED") || Says(failure, "TOPIC_DELETED");

    public static bool IsStaleFileId(RequestException failure) =>
        Says(failure, "wrong file identifier") || Says(failure, "wrong remote file") || Says(failure, "file reference");

    public static bool IsFileTooBig(RequestException failure) => Says(failure, "file is too big");

    /// <summary>Telegram takes the words but not this picture.</summary>
    public static bool IsBadPicture(RequestException failure) =>
        Says(failure, "PHOTO_") || Says(failure, "IMAGE_PROCESS_FAILED") || Says(failure, "wrong type of the web page content");

    /// <summary>For a log line or an operator: a status and Telegram's words, nothing of ours.</summary>
    public static string Words(RequestException failure) => failure switch
    {
        ApiRequestException refusal => string.Create(CultureInfo.InvariantCulture, $"{refusal.ErrorCode} {refusal.Message}"),
        { InnerException: HttpRequestException line } => "line: " + line.HttpRequestError,
        { HttpStatusCode: { } status } => string.Create(CultureInfo.InvariantCulture, $"{(int)status}, not from the Bot API"),
        _ => "no answer in time",
    };

    private static SendOutcome OfRefusal(ApiRequestException refusal, Lane lane) => refusal switch
    {
        { Parameters.MigrateToChatId: { } moved } => new SendOutcome.Moved(moved.ToString(CultureInfo.InvariantCulture)),
        { ErrorCode: 429 } => new SendOutcome.BotMustWait(refusal.Parameters?.RetryAfter is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : UsualWait),
        { ErrorCode: 403 } => new SendOutcome.ReceiverLeft(),
        { ErrorCode: 400 } when Says(refusal, "chat not found") || Says(refusal, "PEER_ID_INVALID") => new SendOutcome.ReceiverLeft(),
        { ErrorCode: >= 500 } => OfStrangeAnswer((HttpStatusCode)refusal.ErrorCode, lane),
        _ when IsRefusedToken(refusal) => new SendOutcome.ChannelOff("Telegram refuses the token."),
        _ => new SendOutcome.Refused(Words(refusal)),
    };

    /// <summary>Refused, unresolved or unsafe: nothing went out. Anything else broke while the request was on its way.</summary>
    private static SendOutcome OfLine(HttpRequestException line) => line.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
            ? new SendOutcome.TryLater("line: " + line.HttpRequestError)
            : new SendOutcome.Unknown("line: " + line.HttpRequestError);

    /// <summary>A gateway in between may have passed the message on: a campaign must not come twice, a reply must come.</summary>
    private static SendOutcome OfStrangeAnswer(HttpStatusCode status, Lane lane)
    {
        var words = ((int)status).ToString(CultureInfo.InvariantCulture);
        return lane == Lane.Bulk && status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout
            ? new SendOutcome.Unknown(words)
            : new SendOutcome.TryLater(words);
    }

    private static bool Says(RequestException failure, string words) =>
        failure is ApiRequestException && failure.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
