namespace CommunityBot.Conversations.Dialogs.Privacy;

/// <summary>The keys of the buttons about a villager's own data.</summary>
internal static class PrivacyChoices
{
    public const string Export = "data:export";
    public const string Erase = "data:erase";
    public const string ReallyErase = "data:erase:yes";
    public const string Revoke = "data:revoke";
    public const string Address = "data:address";

    /// <summary>"data:address:bác".</summary>
    public const string AddressAs = "data:address:";
    public const string News = "data:news";
    public const string Stop = "data:stop";
}
