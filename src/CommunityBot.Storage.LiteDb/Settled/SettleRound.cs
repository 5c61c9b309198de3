using CommunityBot.Storage.LiteDb.Memory;

namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>
/// One pass over what waited to be settled when it began, in small transactions. Only the last one writes the position, because only then is every
/// document up to that commit settled.
/// </summary>
internal sealed class SettleRound(RecentDocuments recent, long position)
{
    private readonly List<(string Collection, UnsettledDocument Document)> waiting = recent.Unsettled();
    private readonly List<(string Collection, UnsettledDocument Document)> settled = [];
    private readonly List<Settling> documents = [];
    private int next;

    public long Position => position;

    public bool IsFinished { get; private set; }

    /// <summary>One transaction of at most this many documents.</summary>
    /// <returns>How many documents it settled.</returns>
    public int Step(LiteDbFile file, int most)
    {
        settled.Clear();
        documents.Clear();

        while (next < waiting.Count && documents.Count < most)
        {
            var (collection, was) = waiting[next++];

            if (recent.StillUnsettled(collection, was.Id, out var mayBeInLiteDb) is not { } now)
            {
                continue;
            }

            settled.Add((collection, now));

            if (mayBeInLiteDb || !now.IsGone)
            {
                documents.Add(new Settling(collection, now.Id, now.Row(), IsNew: !mayBeInLiteDb));
            }
        }

        documents.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id));
        var isLast = next == waiting.Count;

        if (isLast || documents.Count > 0)
        {
            file.Settle(documents, isLast ? position : null);
        }

        recent.Forget(settled);
        IsFinished = isLast;
        return documents.Count;
    }
}
