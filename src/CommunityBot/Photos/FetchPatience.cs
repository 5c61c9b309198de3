namespace CommunityBot.Photos;

/// <summary>How long the bot keeps asking a messenger for a file before it calls the file missing.</summary>
public static class FetchPatience
{
    /// <summary>While the messenger itself cannot be reached, waiting costs no attempt: it may be gone for weeks.</summary>
    public static readonly TimeSpan WhileUnreachable = TimeSpan.FromMinutes(5);

    /// <summary>Messengers keep a file about this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8),
    ];

    /// <summary>The wait after so many failed attempts; null when it is time to give up.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[attempts - 1] : null;
}
