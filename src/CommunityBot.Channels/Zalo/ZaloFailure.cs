using System.Globalization;
using System.Net;
using CommunityBot.Messages;

namespace CommunityBot.Channels.Zalo;

/// <summary>Zalo's table of errors by what to do next. Zalo classes by code, hardly ever by HTTP status.</summary>
internal static class ZaloFailure
{
    private static readonly TimeSpan LimitRests = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<ZaloTrouble, int[]> Codes = new()
    {
        [ZaloTrouble.Token] = [-216, -220, -124],
        [ZaloTrouble.Transient] = [-32, -200],
        [ZaloTrouble.Quota] = [-211, -224, -320, -321, -115, -144, -147],
        [ZaloTrouble.OutsideWindow] = [-218, -230, -231, -232],
        [ZaloTrouble.VillagerLeft] = [-213, -217, -227, -244, -114, -118, -119, -139, -141],
        [ZaloTrouble.Night] = [-234, -133],
        [ZaloTrouble.Payload] = [-100, -201, -210, -233, -249, -108, -1121, -1122, -1124, -131, -132],
        [ZaloTrouble.Configuration] = [-204, -205, -209, -212, -219, -221, -223, -235, -237, -238, -240, -241, -242, -248, -403],
    };

    private static readonly Dictionary<int, ZaloTrouble> ByCode =
        Codes.SelectMany(pair => pair.Value.Select(code => (code, pair.Key))).ToDictionary(pair => pair.code, pair => pair.Key);

    public static ZaloTrouble TroubleOf(ZaloAnswer.Refused refusal) => refusal.Error switch
    {
        -223 when refusal.Says("quota") || refusal.Says("limit") => ZaloTrouble.Quota,
        var code => ByCode.GetValueOrDefault(code, ZaloTrouble.Payload),
    };

    public static bool IsToken(ZaloAnswer answer) =>
        answer is ZaloAnswer.Strange { Status: HttpStatusCode.Unauthorized } || (answer is ZaloAnswer.Refused refusal && TroubleOf(refusal) == ZaloTrouble.Token);

    /// <summary>The uploaded picture is forgotten after seven days.</summary>
    public static bool IsStaleAsset(ZaloAnswer answer) => answer is ZaloAnswer.Refused { Error: -100 };

    public static SendOutcome Outcome(ZaloAnswer answer, Lane lane, DateTimeOffset now) => answer switch
    {
        ZaloAnswer.Done done => new SendOutcome.Delivered(done.Data?.MessageId),
        ZaloAnswer.NoToken => new SendOutcome.ChannelOff("Zalo has no token."),
        ZaloAnswer.Refused refusal => OfRefusal(refusal, lane, now),
        ZaloAnswer.Strange { Status: HttpStatusCode.Unauthorized } => new SendOutcome.ChannelOff("Zalo refuses the token."),
        ZaloAnswer.Strange { Status: HttpStatusCode.TooManyRequests } => new SendOutcome.BotMustWait(LimitRests),
        ZaloAnswer.Strange strange => OfStrangeAnswer(strange.Status, lane),
        ZaloAnswer.Broken broken => OfLine(broken.Error),
        ZaloAnswer.Silent => new SendOutcome.Unknown("no answer in time"),
        _ => throw new InvalidOperationException($"An answer nobody understands: {answer.GetType().Name}."),
    };

    private static SendOutcome OfRefusal(ZaloAnswer.Refused refusal, Lane lane, DateTimeOffset now) => TroubleOf(refusal) switch
    {
        ZaloTrouble.Token => new SendOutcome.ChannelOff("Zalo refuses the token."),
        ZaloTrouble.Transient when refusal.Error == -32 => new SendOutcome.BotMustWait(LimitRests),
        ZaloTrouble.Transient => lane == Lane.Bulk ? new SendOutcome.Unknown(refusal.Words) : new SendOutcome.TryLater(refusal.Words),
        ZaloTrouble.Quota or ZaloTrouble.Configuration => new SendOutcome.ChannelOff(refusal.Words),
        ZaloTrouble.OutsideWindow => new SendOutcome.WindowClosed(refusal.Words),
        ZaloTrouble.VillagerLeft => new SendOutcome.ReceiverLeft(),
        ZaloTrouble.Night => new SendOutcome.TryLater(refusal.Words, ZaloNight.UntilMorning(now)),
        ZaloTrouble.Payload => new SendOutcome.Refused(refusal.Words),
    };

    /// <summary>Refused, unresolved or unsafe: nothing went out. Anything else broke while the request was on its way.</summary>
    private static SendOutcome OfLine(HttpRequestError error) => error
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
            ? new SendOutcome.TryLater("line: " + error)
            : new SendOutcome.Unknown("line: " + error);

    /// <summary>A gateway in between may have passed the message on: a campaign must not come twice, a reply must come.</summary>
    private static SendOutcome OfStrangeAnswer(HttpStatusCode status, Lane lane)
    {
        var words = ((int)status).ToString(CultureInfo.InvariantCulture);
        return lane == Lane.Bulk && (int)status >= 500 ? new SendOutcome.Unknown(words) : new SendOutcome.TryLater(words);
    }
}

/// <summary>Why Zalo said no.</summary>
internal enum ZaloTrouble
{
    Token,
    Transient,
    Quota,
    OutsideWindow,
    VillagerLeft,
    Night,
    Payload,
    Configuration,
}
