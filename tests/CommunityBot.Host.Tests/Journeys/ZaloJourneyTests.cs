namespace CommunityBot.Host.Tests.Journeys;

/// <summary>
/// The journeys of the main job, played once more with the villagers on Zalo: the same script, what Zalo shows beside it in Transcripts/zalo.
/// Rewritten like the others with COMMUNITYBOT_WRITE_TRANSCRIPTS=1.
/// </summary>
public sealed class ZaloJourneyTests
{
    private static readonly string Folder = Path.Combine(SourceFolder(), "Transcripts");

    public static TheoryData<string> Journeys =>
    [
        "voi-nuoc-hong", "chi-gui-anh", "album-ba-anh", "anh-chu-thich-vi-tri", "noi-roi-de-do", "khan-cap", "khong-dong-y", "khong-luu-gi",
        "chua-on-thi-mo-lai", "hoi-them", "tu-choi", "chuyen-xa-khac", "im-lang-bay-ngay", "rut-lai", "chua-co-ban-tiep-nhan", "xem-va-xoa-du-lieu",
        "dung-nhan-tin",
    ];

    /// <summary>Report, answer, doubts, questions, refusals.</summary>
    public static TheoryData<string> MainJourneys => ["voi-nuoc-hong", "chi-gui-anh", "chua-on-thi-mo-lai", "hoi-them", "khong-dong-y", "tu-choi"];

    [Theory]
    [MemberData(nameof(Journeys))]
    public async Task A_journey_goes_on_zalo_as_it_is_written(string journey)
    {
        var path = Path.Combine(Folder, "zalo", journey + ".txt");
        var script = Transcript.Load(Path.Combine(Folder, journey + ".txt"));
        await using var host = await JourneyHost.StartOnZaloAsync(hasButtons: true, JourneyAdjustments.For(journey));
        var played = await new JourneyPlayer(host).PlayAsync(script);

        if (Environment.GetEnvironmentVariable("COMMUNITYBOT_WRITE_TRANSCRIPTS") == "1")
        {
            Directory.CreateDirectory(Path.Combine(Folder, "zalo"));
            await File.WriteAllTextAsync(path, played);
        }

        Assert.Equal((await File.ReadAllTextAsync(path)).TrimEnd(), played.TrimEnd(), ignoreLineEndingDifferences: true);
    }

    /// <summary>Without buttons everything goes by typed numbers and words, to the same end.</summary>
    [Theory]
    [MemberData(nameof(MainJourneys))]
    public async Task A_main_journey_goes_without_buttons_to_the_same_words(string journey)
    {
        var expected = await File.ReadAllTextAsync(Path.Combine(Folder, "zalo", journey + ".txt"));
        await using var host = await JourneyHost.StartOnZaloAsync(hasButtons: false, JourneyAdjustments.For(journey));

        var played = await new JourneyPlayer(host).PlayAsync(Transcript.Load(Path.Combine(Folder, journey + ".txt")));

        Assert.Equal(WordsOnly(expected), WordsOnly(played));
    }

    /// <summary>Without buttons a picture and its words are one bubble: compared is what is read on the phone, not where a bubble ends.</summary>
    private static string WordsOnly(string transcript) => string.Join('\n', transcript.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Contains("(Zalo): ", StringComparison.Ordinal) ? line[(line.IndexOf("(Zalo): ", StringComparison.Ordinal) + "(Zalo): ".Length)..] : line)
        .Select(line => line.Replace("[ảnh]", "", StringComparison.Ordinal).Trim())
        .Where(line => line.Length > 0 && !line.StartsWith('[')));

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
