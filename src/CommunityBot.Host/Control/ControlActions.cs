using CommunityBot.Host.Commands;

namespace CommunityBot.Host.Control;

/// <summary>Every action an operator may ask for, behind a fence: a request that goes wrong is told to the operator and never stops the host.</summary>
internal sealed partial class ControlActions(IEnumerable<IControlAction> actions, ILogger<ControlActions> log)
{
    private readonly Dictionary<string, IControlAction> byName = actions.ToDictionary(action => action.Name, StringComparer.Ordinal);

    public async Task<ControlAnswer> RunAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        if (!byName.TryGetValue(request.Action, out var action))
        {
            return new ControlAnswer(ExitCode.WrongUse, "The running host does not know this command; is it an older version?");
        }

        try
        {
            return await action.RunAsync(request.Arguments, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, action.Name);
            return new ControlAnswer(ExitCode.Failed, $"It failed ({exception.GetType().Name}); the log says more.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The command {Command} failed")]
    private partial void LogFailed(Exception exception, string command);
}
