namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>A commit on its way: what it changes, since when its caller waits, and how the caller hears.</summary>
internal sealed class PendingCommit(IReadOnlyList<DocumentWrite> writes, long askedAt)
{
    private readonly TaskCompletionSource<CommitAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<DocumentWrite> Writes => writes;

    public long AskedAt => askedAt;

    public Task<CommitAnswer> Answer => answer.Task;

    /// <summary>The caller was answered already, because it had waited too long.</summary>
    public bool IsAnswered => answer.Task.IsCompleted;

    public void Say(CommitAnswer outcome) => answer.TrySetResult(outcome);

    public void Refuse(Exception why) => answer.TrySetException(why);
}

/// <summary>What the commit thread says.</summary>
internal enum CommitAnswer
{
    Done,
    LostRace,

    /// <summary>A document was dropped from memory since its caller looked: only LiteDB knows its version.</summary>
    AskLiteDb,
}
