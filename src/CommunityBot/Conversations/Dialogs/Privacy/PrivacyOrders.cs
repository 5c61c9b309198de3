
namespace CommunityBot.Conversations.Dialogs.Privacy;

/// <summary>Say what is kept.</summary>
public sealed record ShowMyData : Order;

/// <summary>Hand over a copy of all of it.</summary>
public sealed record ExportMyData : Order;

/// <summary>Erase all of it now.</summary>
public sealed record EraseMyData : Order;
