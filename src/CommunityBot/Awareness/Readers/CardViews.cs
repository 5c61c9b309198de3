using System.Collections.Concurrent;

namespace CommunityBot.Awareness.Readers;

/// <summary>How often each card was shown since the last look. Counted in memory, because writing a document for every card read would cost more than reading it.</summary>
public sealed class CardViews
{
    private ConcurrentDictionary<CardLink, int> fresh = new();

    public void Count(CardLink card) => fresh.AddOrUpdate(card, 1, (_, before) => before + 1);

    /// <summary>Hands over what was counted; from now on counting begins anew.</summary>
    public IReadOnlyDictionary<CardLink, int> Take() => Interlocked.Exchange(ref fresh, new());

    /// <summary>What could not be kept counts on.</summary>
    public void GiveBack(CardLink card, int views) => fresh.AddOrUpdate(card, views, (_, before) => before + views);
}
