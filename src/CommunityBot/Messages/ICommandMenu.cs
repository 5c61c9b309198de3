namespace CommunityBot.Messages;

/// <summary>What a messenger offers in its menu of commands ("/bao – Báo việc cho xã"); the words come from the content.</summary>
public interface ICommandMenu
{
    IReadOnlyList<MenuCommand> Commands { get; }
}

/// <summary>One line of the menu.</summary>
/// <param name="Word">1 to 32 of a-z, 0-9 and _, without the slash.</param>
/// <param name="Description">What it does, in Vietnamese, at most 256 characters.</param>
public sealed record MenuCommand(string Word, string Description);
