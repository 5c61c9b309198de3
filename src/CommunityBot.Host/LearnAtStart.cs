using CommunityBot.Understanding;

namespace CommunityBot.Host;

/// <summary>Gives the bot its understanding at start: at once from the kept model, else learnt beside the first conversations, which the vocabulary answers meanwhile.</summary>
internal sealed partial class LearnAtStart(LearnToUnderstand understanding, TimeProvider clock, ILogger<LearnAtStart> log) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken) =>
        understanding.TryRecall() ? Task.CompletedTask : base.StartAsync(cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Learn(stoppingToken), stoppingToken);

    private void Learn(CancellationToken stoppingToken)
    {
        var started = clock.GetTimestamp();

        try
        {
            understanding.Learn(stoppingToken);
            var milliseconds = (long)clock.GetElapsedTime(started).TotalMilliseconds;
            LogLearnt(milliseconds);
        }
        catch (OperationCanceledException)
        {
            // The host stops; the next start learns.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Learnt to understand messages in {Milliseconds} ms")]
    private partial void LogLearnt(long milliseconds);
}
