using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Tests.Tickets;

/// <summary>A bench with the commune Chợ Rã, its desk and its villagers.</summary>
internal sealed class DeskTown(Action<IServiceCollection>? configure = null) : IAsyncDisposable
{
    public static readonly UnitKey ChoRa = new(2025, "01912");
    public static readonly UnitKey BacKan = new(2025, "01843");

    public ConversationBench Bench { get; } = new(configure);

    /// <summary>A group with its lead, linked by a code from the machine.</summary>
    public async Task<Talker> LinkGroupAsync(string address, string name, UnitKey? unit = null)
    {
        var lead = Bench.Member(name, address);
        var issued = await Bench.Get<InviteDesk>().ForCommuneAsync(unit ?? ChoRa, TestContext.Current.CancellationToken);
        await lead.SaysAsync($"/ma {issued.Code}");
        return lead;
    }

    /// <summary>One more officer of the group, invited and confirmed by its lead.</summary>
    public async Task<Talker> InviteAsync(Talker lead, string name)
    {
        await lead.SaysAsync("/moi");
        var code = lead.LastBubble.Text.Split([' ', '\n']).First(word => word.StartsWith("MOI-", StringComparison.Ordinal));
        var officer = Bench.Member(name, lead.Conversation.Address);
        await officer.SaysAsync($"/ma {code}");
        await lead.PressesAsync("Đúng người");
        return officer;
    }

    /// <summary>A private chat of the province's administrator.</summary>
    public async Task<Talker> LinkProvinceAsync(string name)
    {
        var administrator = Bench.Villager(name);
        var issued = await Bench.Get<InviteDesk>().ForAdministratorAsync(TestContext.Current.CancellationToken);
        await administrator.SaysAsync(issued.Code);
        return administrator;
    }

    public async Task<Ticket> ReportAsync(
        Talker villager,
        string category = "broken_tap",
        Severity severity = Severity.S3,
        UnitKey? commune = null,
        Anonymity anonymity = Anonymity.Named,
        Func<ReportFacts, ReportFacts>? change = null)
    {
        var facts = new ReportFacts
        {
            Category = category,
            Severity = severity,
            Words = "vòi nước ở Nà Ít hỏng 2 hôm rồi",
            Place = new TicketPlace(commune ?? ChoRa, new GeoPoint(22.45, 105.72), "Nà Ít", null, null),
            Reporter = new Reporter(villager.Conversation, "Lường Thị Bé", "0912 345 678", anonymity, null),
            From = "telegram",
            ReceivedAt = Bench.Now,
        };
        var work = new Work(Bench.Store);
        var ticket = Bench.Get<OpenTicket>().Run(work, change?.Invoke(facts) ?? facts);
        await work.CommitAsync(TestContext.Current.CancellationToken);
        await Bench.SettleAsync();
        return await FindAsync(ticket.Id);
    }

    public async Task<Ticket> FindAsync(TicketId id) =>
        await new Work(Bench.Store).FindAsync(Ticket.Kind, id.Code, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("The ticket is gone.");

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
