namespace CommunityBot.Desks;

/// <summary>What a linked person may do.</summary>
public enum StaffRole
{
    /// <summary>Works on the tickets of one commune.</summary>
    Officer,

    /// <summary>The same, and invites and removes officers and agrees to reopen.</summary>
    CommuneLead,

    /// <summary>The province: works on every ticket.</summary>
    Coordinator,

    /// <summary>The province: also links desks and people.</summary>
    Administrator,

    /// <summary>Records what villagers hear and judges what others recorded; sees no ticket.</summary>
    Campaigner,
}
