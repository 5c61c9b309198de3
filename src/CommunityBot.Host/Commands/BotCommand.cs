using System.CommandLine;

namespace CommunityBot.Host.Commands;

/// <summary>A command whose help shows how it is used.</summary>
internal sealed class BotCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}
