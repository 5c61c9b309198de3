using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBot.Web.Pages.Demo;

/// <summary>The demo's first page: a villager's phone, an officer's desk, the clock, and a story of two minutes.</summary>
internal sealed class IndexModel(IEnumerable<IFixedSeats> seats, InviteDesk inviteDesk, CommuneDirectory communes, IDocumentStore store, TimeProvider clock) : PageModel
{
    private const string OfficerSeat = "officer";
    private const string WebChat = "webchat";

    /// <summary>Where the story takes place.</summary>
    private static readonly UnitKey Stage = new(2025, "01912");

    public string Commune { get; private set; } = "";

    public string OfficerName { get; private set; } = "";

    /// <summary>The address of the officer's phone; until it is a desk, with a fresh invitation behind it that the phone itself hands in.</summary>
    public string OfficerPhone { get; private set; } = "";

    public string Now => $"{clock.GetUtcNow().InVietnam():HH:mm} · {VietnamTime.DayWords(clock.GetUtcNow().VietnamDay())}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Commune = communes.ResponsibleFor(Stage)?.NameInSentence ?? "";
        OfficerName = seats.Select(known => known.NameOf(OfficerSeat)).FirstOrDefault(name => name is not null) ?? "";
        OfficerPhone = $"/chat?seat={OfficerSeat}{await InvitationAsync(cancellationToken)}";
    }

    private async Task<string> InvitationAsync(CancellationToken cancellationToken)
    {
        var address = seats.Select(known => known.AddressOf(OfficerSeat)).FirstOrDefault(known => known is not null);
        var desk = await new Work(store).FindDeskAsync(Stage, cancellationToken);

        if (address is null || desk.OpenChats.Contains(new ConversationKey(WebChat, address)))
        {
            return "";
        }

        var issued = await inviteDesk.ForCommuneAsync(Stage, cancellationToken);
        return $"&start={Uri.EscapeDataString(issued.Code)}";
    }
}
