namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>A question that only LiteDB can answer, waiting for its turn on the thread that may ask.</summary>
internal abstract class Visit(long askedAt)
{
    public long AskedAt => askedAt;

    /// <summary>A question is asked once more after a rebuild, not for ever.</summary>
    public bool WasRetried { get; set; }

    public abstract bool IsAnswered { get; }

    public abstract void Run(LiteDbFile file);

    public abstract void Refuse(Exception why);
}

/// <inheritdoc cref="Visit"/>
internal sealed class Visit<T>(Func<LiteDbFile, T> ask, long askedAt) : Visit(askedAt)
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => answer.Task;

    public override bool IsAnswered => answer.Task.IsCompleted;

    public override void Run(LiteDbFile file) => answer.TrySetResult(ask(file));

    public override void Refuse(Exception why) => answer.TrySetException(why);
}
