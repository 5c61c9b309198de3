using CommunityBot.Files;
using CommunityBot.Files.Communes;
using CommunityBot.Primitives;
using CommunityBot.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.TestKit.Talk;

/// <summary>The content the bot ships with, as the bench's people meet it; read once for all benches of a test run.</summary>
public static class BenchContent
{
    private static readonly Lazy<IReadOnlyList<ServiceDescriptor>> Loaded = new(Load);

    public static string Folder { get; } = FindFolder();

    /// <summary>Every sentence we ship with.</summary>
    public static CommunityBot.Phrases.Phrasebook Phrases =>
        (CommunityBot.Phrases.Phrasebook)Loaded.Value.Single(part => part.ServiceType == typeof(CommunityBot.Phrases.Phrasebook)).ImplementationInstance!; // all are instances

    internal static void AddBenchContent(this IServiceCollection services)
    {
        foreach (var part in Loaded.Value)
        {
            services.Add(part);
        }
    }

    private static IReadOnlyList<ServiceDescriptor> Load()
    {
        var services = new ServiceCollection();
        services.AddContentFiles(Folder);
        services.AddLearntUnderstanding(TestModel.Folder);
        services.AddCommuneFiles(Folder, Path.Combine(Path.GetTempPath(), "no-data-folder"));
        var parts = services.Select(part => part.ServiceType).Where(part => part != typeof(IContentCheck) && part != typeof(TimeProvider)).Distinct().ToList();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(ConversationBench.Start));
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<LearnToUnderstand>().RecallOrLearn();

        // Instances, not factories: a bench that ends must not take the content of the others with it.
        return [.. parts.Select(part => new ServiceDescriptor(part, provider.GetRequiredService(part)))];
    }

    private static string FindFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(at.FullName, "CommunityBot.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return Path.Combine(at.FullName, "content");
    }
}
