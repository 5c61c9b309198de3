namespace CommunityBot.Web.Pages.Status;

/// <summary>Lets nobody guess codes: after ten wrong ones within an hour an address has to wait.</summary>
internal sealed class WrongCodeGuard(TimeProvider clock)
{
    private const int MostWrong = 10;
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Since, int Count)> wrong = new(StringComparer.Ordinal);

    public bool MustWait(string address)
    {
        lock (gate)
        {
            return wrong.TryGetValue(address, out var known) && known.Count >= MostWrong && clock.GetUtcNow() - known.Since < Window;
        }
    }

    public void Note(string address)
    {
        var now = clock.GetUtcNow();

        lock (gate)
        {
            if (wrong.Count >= MostRemembered)
            {
                foreach (var old in wrong.Where(one => now - one.Value.Since >= Window).Select(one => one.Key).ToList())
                {
                    wrong.Remove(old);
                }
            }

            wrong[address] = wrong.TryGetValue(address, out var known) && now - known.Since < Window ? (known.Since, known.Count + 1) : (now, 1);
        }
    }
}
