namespace CommunityBot.Awareness.Readers;

/// <summary>How the content fares with its readers, for the people who write it.</summary>
/// <param name="Cards">Every card, the most read first.</param>
/// <param name="Topics">What was said of whole topics.</param>
/// <param name="Stale">Cards whose facts nobody has compared with their sources for a year, the oldest first.</param>
/// <param name="PoorlyRated">Cards and topics that many readers did not find useful, the worst first.</param>
/// <param name="WithoutSound">Cards nobody has read aloud in Vietnamese, the most read first.</param>
/// <param name="Remarks">The latest remarks, newest first.</param>
/// <param name="RecordingsToJudge">Recordings that wait for a second person.</param>
public sealed record ContentReport(
    IReadOnlyList<CardStanding> Cards,
    IReadOnlyList<CardStanding> Topics,
    IReadOnlyList<CardStanding> Stale,
    IReadOnlyList<CardStanding> PoorlyRated,
    IReadOnlyList<CardStanding> WithoutSound,
    IReadOnlyList<ReaderRemark> Remarks,
    int RecordingsToJudge);

/// <summary>How one card, or one topic as a whole, fares.</summary>
/// <param name="Topic">Key of the topic.</param>
/// <param name="Card">Id of the card; null for the topic as a whole.</param>
/// <param name="Title">As villagers read it.</param>
/// <param name="Views">How often it was shown.</param>
/// <param name="Useful">How many found it useful.</param>
/// <param name="Useless">How many did not.</param>
/// <param name="Remarks">How many said more.</param>
/// <param name="CheckedOn">The oldest day on which something in it was compared with its source.</param>
/// <param name="Sound">The languages in which it can be heard.</param>
public sealed record CardStanding(
    string Topic,
    string? Card,
    string Title,
    long Views,
    int Useful,
    int Useless,
    int Remarks,
    DateOnly CheckedOn,
    IReadOnlyList<string> Sound)
{
    /// <summary>Fewer answers than this say nothing.</summary>
    private const int EnoughAnswers = 5;

    /// <summary>Below this share of "useful" somebody should rewrite it.</summary>
    private const double PoorShare = 0.6;

    public double? UsefulShare => Useful + Useless == 0 ? null : (double)Useful / (Useful + Useless);

    public bool IsPoorlyRated => Useful + Useless >= EnoughAnswers && UsefulShare < PoorShare;
}

/// <summary>A remark as writers read it.</summary>
/// <param name="Topic">Key of the topic.</param>
/// <param name="Card">Id of the card; null when the whole topic was meant.</param>
/// <param name="Words">What was typed; null when it was only spoken.</param>
/// <param name="Files">Sources of what was spoken or photographed ("stored:HASH"), as far as it is here.</param>
/// <param name="At">When.</param>
public sealed record ReaderRemark(string Topic, string? Card, string? Words, IReadOnlyList<string> Files, DateTimeOffset At);
