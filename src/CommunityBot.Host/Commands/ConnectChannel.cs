using System.Text.Json;
using CommunityBot.Host.Control;
using CommunityBot.Messages;

namespace CommunityBot.Host.Commands;

/// <summary>Begins or finishes the consent a messenger wants.</summary>
internal sealed class ConnectChannel(IEnumerable<IChannelConsent> consents) : IControlAction
{
    public const string ActionName = "connect";
    public const string Channel = "channel";
    public const string RefreshToken = "refresh-token";

    public string Name => ActionName;

    public async Task<ControlAnswer> RunAsync(IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (consents.FirstOrDefault(one => one.Channel == arguments[Channel]) is not { } consent)
        {
            return new ControlAnswer(
                ExitCode.WrongSettings, $"✗ {arguments[Channel]} is not set up: see README, then start again. / Chưa cấu hình {arguments[Channel]}; xem README.");
        }

        if (arguments.TryGetValue(RefreshToken, out var token))
        {
            return await consent.TakeAsync(token.Trim(), cancellationToken)
                ? new ControlAnswer(ExitCode.Done, "✓ Connected. / Đã kết nối.")
                : new ControlAnswer(ExitCode.Failed, "✗ The token was refused or the messenger cannot be reached. / Mã bị từ chối hoặc không kết nối được.");
        }

        var link = await consent.BeginAsync(cancellationToken);
        return link.Link is { } address
            ? new ControlAnswer(ExitCode.Done, $"{address}{Environment.NewLine}{link.Sentence}", JsonSerializer.SerializeToElement(link, CommandJson.Readable.ConsentLink))
            : new ControlAnswer(ExitCode.WrongSettings, $"✗ {link.Sentence}");
    }
}
