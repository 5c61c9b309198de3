namespace CommunityBot.TestKit.Talk;

/// <summary>The learnt model of the shipped content, learnt once for all tests on this machine.</summary>
public static class TestModel
{
    /// <summary>Kept between test runs; a model of other sources is not taken.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "communitybot-test-model");

    public static string Setting => $"--Content:ModelPath={Folder}";
}
