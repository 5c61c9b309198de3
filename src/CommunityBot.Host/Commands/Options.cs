using System.CommandLine;

namespace CommunityBot.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Writes JSON for programs instead of sentences." };
}
