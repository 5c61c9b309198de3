using System.Globalization;

namespace CommunityBot.Channels.Zalo;

/// <summary>What an operator reads about Zalo in health, doctor and the desk.</summary>
internal static class ZaloSentences
{
    public const string Starting = "Zalo has not been asked yet.";

    public const string Working = "Zalo works.";

    public const string NotConnected =
        "Zalo has no token yet. Run 'zalo connect', open the printed link as an administrator of the Official Account and agree; messages to Zalo wait until then.";

    public const string RefusedRefresh =
        "Zalo no longer renews our token. Run 'zalo connect', open the printed link as an administrator of the Official Account and agree; "
        + "messages to Zalo wait once the last token has run out.";

    public const string RefusedToken = "Zalo refuses the access token although it was renewed. Check Zalo:AppId and whether the Official Account still grants the app its rights.";

    public const string Refusing =
        "Every event from Zalo has been refused for five minutes; after about two hours Zalo switches the webhook off and it must be switched on again in its console. Look at the store and the disk.";

    public const string NightIsOver = "promotion at night";

    public static string Unreachable(string why) => $"Zalo cannot be reached ({why}); trying again. Telegram and the web chat are not affected.";

    public static string Quota(string words) => $"Zalo says that a quota is used up ({words}); messages to Zalo wait. Look at the packages of the Official Account.";

    public static string Configuration(string words) => $"Zalo refuses our calls ({words}). Look at the app and the Official Account in Zalo's consoles; messages to Zalo wait.";

    public static string Code(int error) => error.ToString(CultureInfo.InvariantCulture);
}
