using CommunityBot.Files.Content;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Files.Tests.Content;

/// <summary>A copy of the content we ship, with a sample topic instead of the real ones, to break one thing.</summary>
internal sealed class BrokenFolder : IDisposable
{
    private static readonly string[] Parts = ["plan", "categories", "phrases", "vocabulary"];

    private const string Drawings = "pictures";

    public BrokenFolder()
    {
        foreach (var part in Parts)
        {
            Copy(part);
        }

        foreach (var drawing in Directory.EnumerateFiles(System.IO.Path.Combine(BenchContent.Folder, Drawings)).Where(IsForEveryTopic))
        {
            Write($"{Drawings}/{System.IO.Path.GetFileName(drawing)}", File.ReadAllText(drawing));
        }

        Write(SampleTopic.File, SampleTopic.Cards);
        Write(SampleTopic.QuizFile, SampleTopic.Quiz);
        Write(SampleTopic.FactFile, SampleTopic.Facts);

        foreach (var file in Directory.EnumerateFiles(BenchContent.Folder, "*.yaml"))
        {
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("content").FullName;

    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);

    public void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Path, file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public IReadOnlyList<ContentMistake> Mistakes() => ContentLoader.Load(Path).Findings.Mistakes;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static bool IsForEveryTopic(string drawing) =>
        System.IO.Path.GetFileName(drawing) is var name && (name == "greeting.svg" || name.StartsWith("group_", StringComparison.Ordinal));

    private void Copy(string part)
    {
        var from = System.IO.Path.Combine(BenchContent.Folder, part);

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.TopDirectoryOnly))
        {
            var to = System.IO.Path.Combine(Path, part, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }
}
