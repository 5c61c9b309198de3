using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Villagers;

/// <summary>Promises in a commit what the erasing job does right after it.</summary>
public sealed class EraseLater(IJobBell bell, TimeProvider clock, IChance chance)
{
    public void Photos(Work work, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            Run(work, TimeSpan.Zero, erasure => erasure with { Photos = ids });
        }
    }

    public void Run(Work work, TimeSpan wait, Func<Erasure, Erasure> fill)
    {
        var now = clock.GetUtcNow();
        work.Put(Erasure.Kind, fill(new Erasure { Id = RowId.New(now, work.NextNumber(), chance), Due = now + wait }));

        if (wait == TimeSpan.Zero)
        {
            work.AfterCommit(() => bell.Ring(FinishErasures.JobName));
        }
    }
}
