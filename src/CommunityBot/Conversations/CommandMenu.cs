using CommunityBot.Messages;
using CommunityBot.Phrases;

namespace CommunityBot.Conversations;

/// <summary>The commands a villager finds in the messenger's own menu; each is also a typed command of <c>content/vocabulary/commands.yaml</c>.</summary>
public sealed class CommandMenu(Phrasebook phrases) : ICommandMenu
{
    public IReadOnlyList<MenuCommand> Commands { get; } =
    [
        new("bao", phrases.Say("menu.command_report")),
        new("phieu", phrases.Say("menu.command_mine")),
        new("hoc", phrases.Say("menu.command_topics")),
        new("canbo", phrases.Say("menu.command_human")),
        new("dulieu", phrases.Say("menu.command_data")),
        new("dung", phrases.Say("menu.command_stop")),
        new("trogiup", phrases.Say("menu.command_help")),
    ];
}
