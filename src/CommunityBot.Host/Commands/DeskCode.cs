using System.Text.Json;
using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Host.Control;
using CommunityBot.Storage;

namespace CommunityBot.Host.Commands;

/// <summary>Issues or revokes a code that links a desk.</summary>
internal sealed class DeskCode(InviteDesk invite, Locate locate, CommuneDirectory communes, IDocumentStore store) : IControlAction
{
    public const string ActionName = "desk code";
    public const string Commune = "commune";
    public const string Administrator = "administrator";
    public const string Campaigner = "campaigner";
    public const string Revoke = "revoke";

    public string Name => ActionName;

    public async Task<ControlAnswer> RunAsync(IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.TryGetValue(Revoke, out var revoked))
        {
            return await RevokeAsync(revoked, cancellationToken);
        }

        if (arguments.ContainsKey(Administrator))
        {
            return Printed(await invite.ForAdministratorAsync(cancellationToken));
        }

        if (arguments.ContainsKey(Campaigner))
        {
            return Printed(await invite.ForCampaignerAsync(cancellationToken));
        }

        var query = arguments[Commune];

        if (query.Length == 0)
        {
            return new ControlAnswer(ExitCode.WrongUse, "✗ Say which commune, --administrator or --campaigner. / Hãy ghi tên xã, --administrator hoặc --campaigner.");
        }

        return Find(query) is { } commune
            ? Printed(await invite.ForCommuneAsync(commune.Key, cancellationToken))
            : new ControlAnswer(ExitCode.NotFound, $"✗ {Locate.Text(locate.Ask(query))}");
    }

    /// <summary>One commune that works with the bot; a name that could mean several is no answer.</summary>
    private Commune? Find(string query)
    {
        if (communes.Served.FirstOrDefault(one => one.Key.Code == query || one.Key.ToString() == query) is { } named)
        {
            return named;
        }

        return locate.Ask(query) is CommuneAnswer.Found found ? found.Commune : null;
    }

    private async Task<ControlAnswer> RevokeAsync(string code, CancellationToken cancellationToken)
    {
        var work = new Work(store);

        return await InviteDesk.RevokeAsync(work, code, cancellationToken) && await work.CommitAsync(cancellationToken) == CommitOutcome.Done
            ? new ControlAnswer(ExitCode.Done, "✓ The code is worthless now. / Mã này không còn dùng được.")
            : new ControlAnswer(ExitCode.NotFound, "✗ No such unused code. / Không có mã nào chưa dùng như vậy.");
    }

    private static ControlAnswer Printed(IssuedCode issued) => new(
        ExitCode.Done,
        $"{issued.Code}{Environment.NewLine}{issued.Sentence}",
        JsonSerializer.SerializeToElement(issued, CommandJson.Readable.IssuedCode));
}
