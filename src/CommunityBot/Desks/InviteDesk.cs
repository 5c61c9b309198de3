using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Desks;

/// <summary>Makes the codes that link a desk or a person: at the machine (<c>desk code</c>) or, for a lead's officers, in the chat.</summary>
public sealed class InviteDesk(
    IDocumentStore store,
    CommuneDirectory communes,
    Phrasebook phrases,
    IOptions<DeskOptions> options,
    TimeProvider clock,
    IChance chance)
{
    /// <summary>A code printed at the machine for a commune's desk and its lead.</summary>
    public Task<IssuedCode> ForCommuneAsync(UnitKey unit, CancellationToken cancellationToken) =>
        PrintAsync(StaffRole.CommuneLead, unit, cancellationToken);

    /// <summary>A code printed at the machine for the province's desk and an administrator.</summary>
    public Task<IssuedCode> ForAdministratorAsync(CancellationToken cancellationToken) =>
        PrintAsync(StaffRole.Administrator, null, cancellationToken);

    /// <summary>A code printed at the machine for somebody who records what villagers hear.</summary>
    public Task<IssuedCode> ForCampaignerAsync(CancellationToken cancellationToken) =>
        PrintAsync(StaffRole.Campaigner, null, cancellationToken);

    /// <summary>Part of a turn: a lead or administrator invites from the chat and will be asked to confirm there.</summary>
    public IssuedCode Issue(Work work, StaffRole role, UnitKey? unit, Officer? issuer, ConversationKey? issuedIn)
    {
        var code = Invitation.NewCode(chance);
        var expiresAt = clock.GetUtcNow() + TimeSpan.FromDays(options.Value.CodeValidDays);
        work.Put(Invitation.Kind, new Invitation
        {
            Id = Invitation.IdOf(code) ?? throw new InvalidOperationException("A new code does not read as one."),
            Role = role,
            Unit = unit,
            ExpiresAt = expiresAt,
            IssuedBy = issuer?.Id,
            IssuedIn = issuedIn,
        });
        var sentence = phrases.Say(
            "desk.code_issued",
            ("ma", code),
            ("ai", WhoFor(role, unit)),
            ("den_ngay", VietnamTime.DateWords(expiresAt.VietnamDay())));
        return new IssuedCode(code, sentence, expiresAt);
    }

    /// <summary>Makes a code worthless before anybody used it.</summary>
    /// <returns>False when there is no such unused code.</returns>
    public static async Task<bool> RevokeAsync(Work work, string code, CancellationToken cancellationToken)
    {
        if (Invitation.IdOf(code) is not { } id
            || await work.FindAsync(Invitation.Kind, id, cancellationToken) is not { UsedBy: null, IsRevoked: false } invitation)
        {
            return false;
        }

        work.Put(Invitation.Kind, invitation with { IsRevoked = true });
        return true;
    }

    /// <summary>"lãnh đạo xã Chợ Rã", "quản trị của tỉnh".</summary>
    public string WhoFor(StaffRole role, UnitKey? unit)
    {
        var place = unit is { } key && communes.ResponsibleFor(key) is { } commune ? commune.NameInSentence : phrases.Say("desk.province");
        return role switch
        {
            StaffRole.Officer => phrases.Say("desk.role_officer", ("noi", place)),
            StaffRole.CommuneLead => phrases.Say("desk.role_lead", ("noi", place)),
            StaffRole.Coordinator => phrases.Say("desk.role_coordinator", ("noi", place)),
            StaffRole.Administrator => phrases.Say("desk.role_administrator", ("noi", place)),
            StaffRole.Campaigner => phrases.Say("desk.role_campaigner", ("noi", place)),
        };
    }

    private async Task<IssuedCode> PrintAsync(StaffRole role, UnitKey? unit, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var issued = Issue(work, role, unit, null, null);
        await work.CommitAsync(cancellationToken);
        return issued;
    }
}

/// <summary>A new code. Shown once; the store keeps only its hash.</summary>
/// <param name="Code">MOI-7F3K-9QMD-2XWA.</param>
/// <param name="Sentence">In Vietnamese: whom it links, until when, what to do with it.</param>
/// <param name="ExpiresAt">When it becomes worthless.</param>
public sealed record IssuedCode(string Code, string Sentence, DateTimeOffset ExpiresAt);
