namespace CommunityBot.Host.Control;

/// <summary>Something an operator's command may ask for that needs the store: done by the running host, or by the command itself when none is running.</summary>
internal interface IControlAction
{
    /// <summary>As the command is typed ("desk code").</summary>
    string Name { get; }

    Task<ControlAnswer> RunAsync(IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken);
}
