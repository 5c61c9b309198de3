using CommunityBot.Files.Content;
using CommunityBot.Files.Understanding;
using CommunityBot.Primitives;
using CommunityBot.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Files;

/// <summary>What comes from files: the content villagers read and officers work by.</summary>
public static class FilesServices
{
    /// <summary>Reads the content at the first use; mistakes stop the start with a <see cref="ContentException"/> that names all of them.</summary>
    public static IServiceCollection AddContentFiles(this IServiceCollection services, string folder)
    {
        services.AddSingleton<IContentCheck>(provider => new ContentCheck(folder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => ContentLoader.Load(folder).WithoutMistakes());
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Topics);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Plans);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Categories);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Outcomes);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Contacts);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Phrases);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Languages);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Vocabulary);
        services.AddSingleton(provider => provider.GetRequiredService<LoadedContent>().Pictures);
        services.AddSingleton(provider => new ExampleBook(provider.GetRequiredService<LoadedContent>().Examples));
        services.AddSingleton(provider => new ContentSounds(folder, provider.GetRequiredService<LoadedContent>().Topics));
        services.AddSingleton<IntentReader>();
        services.AddSingleton<TypedWords>();
        return services;
    }

    /// <summary>Understanding beyond the vocabulary, learnt from the examples of the content.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="modelFolder">Where the learnt model waits for the next start.</param>
    public static IServiceCollection AddLearntUnderstanding(this IServiceCollection services, string modelFolder)
    {
        services.AddSingleton<IModelShelf>(provider => new ModelFile(modelFolder, provider.GetRequiredService<ILogger<ModelFile>>()));
        services.AddSingleton<LearnToUnderstand>();
        return services;
    }
}
