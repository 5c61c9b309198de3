namespace CommunityBot.Understanding;

/// <summary>A word that means the same at every step, typed instead of tapping.</summary>
public enum Command
{
    Home,
    Back,
    Cancel,
    Help,
    Human,
    MyTickets,
    MyData,
    Stop,
    Report,
    Topics,
    Quiz,
    Skip,
    Yes,
    No,
    Send,
    Edit,
    Withdraw,
}
