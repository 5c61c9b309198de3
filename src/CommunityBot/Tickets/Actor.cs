using CommunityBot.Desks;
using CommunityBot.Messages;

namespace CommunityBot.Tickets;

/// <summary>Who does something to a ticket, and where from, for the timeline.</summary>
/// <param name="Who">Officer id, "villager" or the name of a job.</param>
/// <param name="From">"telegram", "webchat", "desk", "job".</param>
public sealed record Actor(string Who, string From)
{
    public const string VillagerName = "villager";

    public static Actor Of(Officer officer, ConversationKey where) => new(officer.Id, where.Channel);

    public static Actor Villager(ConversationKey where) => new(VillagerName, where.Channel);

    public static Actor Job(string name) => new(name, "job");
}
