namespace CommunityBot.Awareness.Voice;

/// <summary>The keys of the buttons about recordings; rights are checked at the press.</summary>
public static class VoiceKeys
{
    public const string Prefix = "rec:";
    public const string Menu = "rec:menu";
    public const string Missing = "rec:missing";
    public const string Sentences = "rec:phrases";

    /// <summary>"rec:topics:6" shows the topics from the seventh on.</summary>
    public const string Topics = "rec:topics:";

    /// <summary>"rec:topic:latrine:0" shows the cards of a topic from the first on.</summary>
    public const string Topic = "rec:topic:";

    /// <summary>"rec:of:card:latrine.hole" asks for the language.</summary>
    public const string Of = "rec:of:";

    /// <summary>"rec:in:tay:card:latrine.hole" asks for the voice note.</summary>
    public const string In = "rec:in:";

    /// <summary>"rec:off:tay:card:latrine.hole" takes a clip away.</summary>
    public const string Off = "rec:off:";
    public const string Mine = "rec:mine";
    public const string Other = "rec:other";
    public const string Again = "rec:again";
    public const string Cancel = "rec:cancel";
    public const string Approve = "rec:y:";
    public const string Refuse = "rec:n:";
}
