namespace CommunityBot.Host.Tests.Journeys;

/// <summary>
/// Every file in Transcripts is a journey. It is played against the whole host, and what the bot says must be what the file says.
/// After a wanted change run with COMMUNITYBOT_WRITE_TRANSCRIPTS=1 and read the difference before you commit it.
/// </summary>
public sealed class JourneyTests
{
    private static readonly string Folder = Path.Combine(SourceFolder(), "Transcripts");

    public static TheoryData<string> Journeys => [.. Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Journeys))]
    public async Task A_journey_goes_as_it_is_written(string journey)
    {
        var path = Path.Combine(Folder, journey + ".txt");
        var transcript = Transcript.Load(path);
        await using var host = await JourneyHost.StartAsync(JourneyAdjustments.For(journey));
        var played = await new JourneyPlayer(host).PlayAsync(transcript);

        if (Environment.GetEnvironmentVariable("COMMUNITYBOT_WRITE_TRANSCRIPTS") == "1")
        {
            await File.WriteAllTextAsync(path, played);
        }

        Assert.Equal(transcript.ToString().TrimEnd(), played.TrimEnd(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void There_are_at_least_25_journeys() => Assert.True(Journeys.Count >= 25);

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
