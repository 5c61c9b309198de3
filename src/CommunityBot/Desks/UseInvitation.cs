using CommunityBot.Messages;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Desks;

/// <summary>Somebody sent a code: the conversation becomes a desk and the person its officer, once the issuer has confirmed. A campaigner gets no desk.</summary>
public sealed class UseInvitation(IOptions<DeskOptions> options, TimeProvider clock)
{
    public async Task<CodeAnswer> RunAsync(Work work, string text, Newcomer newcomer, CancellationToken cancellationToken)
    {
        if (newcomer.IsAnonymous)
        {
            return new CodeAnswer.Refused(CodeRefusal.Anonymous);
        }

        if (await MustWaitAsync(work, newcomer.Id, cancellationToken))
        {
            return new CodeAnswer.Refused(CodeRefusal.MustWait);
        }

        var invitation = Invitation.IdOf(text) is { } id ? await work.FindAsync(Invitation.Kind, id, cancellationToken) : null;

        if (Refusal(invitation) is { } refusal)
        {
            await CountWrongAsync(work, newcomer.Id, cancellationToken);
            return new CodeAnswer.Refused(refusal);
        }

        if (invitation!.Role == StaffRole.Campaigner && newcomer.IsGroup) // a missing one was refused above
        {
            return new CodeAnswer.Refused(CodeRefusal.OnlyInPrivate);
        }

        if (string.IsNullOrWhiteSpace(newcomer.Name))
        {
            return new CodeAnswer.Refused(CodeRefusal.NeedsName);
        }

        return await LinkAsync(work, invitation, newcomer, cancellationToken);
    }

    private CodeRefusal? Refusal(Invitation? invitation) => invitation switch
    {
        null => CodeRefusal.Unknown,
        { UsedBy: not null } => CodeRefusal.Used,
        { IsRevoked: true } => CodeRefusal.Revoked,
        _ when invitation.ExpiresAt <= clock.GetUtcNow() => CodeRefusal.Expired,
        _ => null,
    };

    private async Task<CodeAnswer> LinkAsync(Work work, Invitation invitation, Newcomer newcomer, CancellationToken cancellationToken)
    {
        var province = await work.FindDeskAsync(null, cancellationToken);
        var isConfirmed = invitation.IssuedIn is null && province.People.Count == 0;
        var askIn = isConfirmed ? [] : WhoConfirms(invitation, province);
        var known = await work.FindAsync(Officer.Kind, newcomer.Id, cancellationToken);
        var duty = new Duty(invitation.Role, invitation.Unit, isConfirmed);
        var officer = (known ?? new Officer { Id = newcomer.Id, Name = newcomer.Name!, LinkedAt = clock.GetUtcNow() }) with
        {
            Name = newcomer.Name!,
            PrivateChat = newcomer.IsGroup ? known?.PrivateChat : newcomer.Conversation,
            Duties = [.. (known?.Duties ?? []).Where(one => one.Unit != duty.Unit || one.Role != duty.Role), duty],
        };
        var desk = await work.FindDeskAsync(invitation.Unit, cancellationToken);
        var chats = duty.Role == StaffRole.Campaigner || desk.Chats.Any(chat => chat.Conversation == newcomer.Conversation)
            ? desk.Chats
            : [.. desk.Chats, new DeskChat(newcomer.Conversation, officer.Id, isConfirmed)];

        work.Put(Officer.Kind, officer);
        var waiting = desk.Waiting.Where(one => one != officer.Id);
        work.Put(CommuneDesk.Kind, isConfirmed
            ? desk.With(officer.Id, duty.Role) with { Chats = chats }
            : desk with { Chats = chats, Waiting = [.. waiting, officer.Id] });
        work.Put(Invitation.Kind, invitation with { UsedBy = officer.Id });
        return new CodeAnswer.Linked(officer, duty, askIn);
    }

    /// <summary>The issuer; for a code printed at the machine the administrators. While there is none it holds at once: whoever has the machine has everything.</summary>
    private static IReadOnlyList<ConversationKey> WhoConfirms(Invitation invitation, CommuneDesk province) =>
        invitation.IssuedIn is { } issuedIn ? [issuedIn] : [.. province.OpenChats];

    private async Task<bool> MustWaitAsync(Work work, string person, CancellationToken cancellationToken) =>
        await work.FindAsync(WrongCodes.Kind, person, cancellationToken) is { } wrong
        && wrong.Count >= options.Value.WrongCodesUntilPause
        && clock.GetUtcNow() - wrong.Since < TimeSpan.FromMinutes(options.Value.PauseMinutes);

    private async Task CountWrongAsync(Work work, string person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wrong = await work.FindAsync(WrongCodes.Kind, person, cancellationToken);
        var isFresh = wrong is null || now - wrong.Since >= TimeSpan.FromMinutes(options.Value.PauseMinutes);
        work.Put(WrongCodes.Kind, isFresh ? new WrongCodes(person, 1, now) : wrong! with { Count = wrong.Count + 1 });
    }
}

/// <summary>Who sends a code, and where.</summary>
public sealed record Newcomer(string Id, string? Name, bool IsAnonymous, ConversationKey Conversation, bool IsGroup);

/// <summary>What came of a code.</summary>
public abstract record CodeAnswer
{
    private CodeAnswer()
    {
    }

    /// <param name="Officer">The person.</param>
    /// <param name="Duty">For what; not confirmed while somebody is asked.</param>
    /// <param name="AskIn">The conversations of whoever must confirm; none when it holds at once.</param>
    public sealed record Linked(Officer Officer, Duty Duty, IReadOnlyList<ConversationKey> AskIn) : CodeAnswer;

    public sealed record Refused(CodeRefusal Why) : CodeAnswer;
}

/// <summary>Why a code does not link.</summary>
public enum CodeRefusal
{
    Unknown,
    Used,
    Revoked,
    Expired,

    /// <summary>Too many wrong codes.</summary>
    MustWait,

    /// <summary>An anonymous group admin cannot be known again.</summary>
    Anonymous,

    /// <summary>The web chat does not know the person's name: ask for it.</summary>
    NeedsName,

    /// <summary>A campaigner's code was sent into a group: recordings are made alone.</summary>
    OnlyInPrivate,
}
