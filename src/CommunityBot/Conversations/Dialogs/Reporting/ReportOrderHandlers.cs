using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Writes the wake down and expects it after the commit.</summary>
public sealed class SetWakeHandler(WakeTimer timer) : OrderHandler<SetWake>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, SetWake order, CancellationToken cancellationToken)
    {
        await work.FindAsync(Wake.Kind, order.Wake.Id, cancellationToken);
        work.Put(Wake.Kind, order.Wake);
        work.AfterCommit(() => timer.Expect(order.Wake.Due));
        return OrderOutcome.Silent;
    }
}

/// <summary>Keeps the villager's own answer about their data.</summary>
public sealed class KeepVillagerHandler : OrderHandler<KeepVillager>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, KeepVillager order, CancellationToken cancellationToken)
    {
        await work.FindAsync(Villager.Kind, Villager.Kind.IdOf(order.Villager), cancellationToken);
        work.Put(Villager.Kind, order.Villager);
        return OrderOutcome.Silent;
    }
}
