using CommunityBot.Primitives;

namespace CommunityBot.Channels.BotFramework;

/// <summary>Keys that open one stream once: unused they die after a minute, used they die at once, so a copied address replays nothing.</summary>
internal sealed class StreamKeys(IChance chance, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Dictionary<string, StreamPass> passes = [];
    private readonly Queue<string> oldestFirst = [];

    public string Issue(ChatToken token)
    {
        Span<byte> bytes = stackalloc byte[24];
        chance.Fill(bytes);
        var key = Convert.ToHexStringLower(bytes);

        lock (gate)
        {
            DropDead();
            passes[key] = new StreamPass(token, clock.GetUtcNow() + Life);
            oldestFirst.Enqueue(key);
        }

        return key;
    }

    /// <summary>Uses the key up; null when it is unknown, used, dead or of another conversation.</summary>
    public ChatToken? Take(string? key, string conversation)
    {
        lock (gate)
        {
            return key is not null
                && passes.Remove(key, out var pass)
                && pass.DiesAt > clock.GetUtcNow()
                && pass.Token.Conversation == conversation
                ? pass.Token
                : null;
        }
    }

    private void DropDead()
    {
        while (oldestFirst.TryPeek(out var oldest) && (!passes.TryGetValue(oldest, out var pass) || pass.DiesAt <= clock.GetUtcNow()))
        {
            passes.Remove(oldest);
            oldestFirst.Dequeue();
        }
    }

    private sealed record StreamPass(ChatToken Token, DateTimeOffset DiesAt);
}
