using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Make a ticket of the report and say its receipt.</summary>
/// <param name="SenderName">As the villager calls themselves; used only with consent.</param>
public sealed record SendReport(ReportDraft Draft, string? SenderName) : Order;

/// <summary>Fetch and keep what was sent.</summary>
public sealed record KeepFiles(IReadOnlyList<FileRef> Files, IReadOnlyList<IncomingFile> Sources) : Order;

/// <summary>Delete what was sent: the report it belonged to is not sent.</summary>
public sealed record DropFiles(IReadOnlyList<FileRef> Files) : Order;

/// <summary>A picture knows where it was taken: ask whether that is the place.</summary>
public sealed record OfferPhotoPlace(string PhotoId) : Order;

/// <summary>Look at this conversation again then; the same id moves the moment.</summary>
public sealed record SetWake(Wake Wake) : Order;

/// <summary>Keep what the villager chose about themselves.</summary>
public sealed record KeepVillager(Villager Villager) : Order;
