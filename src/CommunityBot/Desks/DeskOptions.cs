using System.ComponentModel.DataAnnotations;

namespace CommunityBot.Desks;

/// <summary>How desks and officers are linked. Section <c>Desks</c>.</summary>
public sealed class DeskOptions
{
    /// <summary>Days until an unused code expires; 1 to 60, normally 7.</summary>
    [Range(1, 60)]
    public int CodeValidDays { get; init; } = 7;

    /// <summary>So many wrong codes of one person make them wait; 3 to 100, normally 10.</summary>
    [Range(3, 100)]
    public int WrongCodesUntilPause { get; init; } = 10;

    /// <summary>Minutes to wait after too many wrong codes; 1 to 1,440, normally 60.</summary>
    [Range(1, 1440)]
    public int PauseMinutes { get; init; } = 60;
}
