namespace CommunityBot.Host.Commands;

/// <summary>How a command ended, for scripts that call it.</summary>
internal enum ExitCode
{
    /// <summary>Done, nothing to complain about.</summary>
    Done = 0,

    /// <summary>It went wrong for a reason the log tells.</summary>
    Failed = 1,

    /// <summary>The command line itself was wrong.</summary>
    WrongUse = 2,

    /// <summary>Settings are wrong; all mistakes are listed.</summary>
    WrongSettings = 3,

    /// <summary>What was checked has mistakes: content, boundaries, a snapshot, something doctor found.</summary>
    MistakesFound = 4,

    /// <summary>No such place, commune or file.</summary>
    NotFound = 5,

    /// <summary>The data folder is in use by another process.</summary>
    FolderInUse = 6,

    /// <summary>The store cannot be read or written.</summary>
    StoreTrouble = 7,
}
