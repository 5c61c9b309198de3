using System.Runtime.InteropServices;
using CommunityBot.Files.Content;
using CommunityBot.Understanding;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Files.Understanding;

/// <summary>Keeps the learnt model in one file, <c>model/understanding.bin</c>; whoever deletes it loses three seconds.</summary>
internal sealed partial class ModelFile(string folder, ILogger<ModelFile> log) : IModelShelf
{
    private readonly string path = Path.Combine(folder, "understanding.bin");

    public IntentModel? Find(string fingerprint)
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(path));
            return file.ReadString() == fingerprint ? Read(file) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null; // not there, or not whole: it is learnt again
        }
    }

    public void Keep(string fingerprint, IntentModel model)
    {
        var draft = $"{path}.{Environment.ProcessId}";

        try
        {
            Directory.CreateDirectory(folder);

            using (var file = new BinaryWriter(File.Create(draft)))
            {
                file.Write(fingerprint);
                Write(file, model);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotKept(exception, path);
        }
    }

    private static void Write(BinaryWriter file, IntentModel model)
    {
        file.Write(model.Subjects.Count);

        foreach (var subject in model.Subjects)
        {
            file.Write(IntentReader.NameOf(subject.Intent));
            file.Write(subject.Key ?? "");
        }

        file.Write(model.Scales.Length);
        file.Write(MemoryMarshal.AsBytes(model.Scales.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(model.Weights.AsSpan()));
    }

    private static IntentModel Read(BinaryReader file)
    {
        var subjects = new List<Subject>();

        for (var left = file.ReadInt32(); left > 0; left--)
        {
            var intent = VocabularyFiles.Intents.TryGetValue(file.ReadString(), out var known) ? known : throw new InvalidDataException("An unknown meaning.");
            subjects.Add(new Subject(intent, file.ReadString() is { Length: > 0 } key ? key : null));
        }

        var model = new IntentModel(subjects, new sbyte[MessageTraits.Places * IntentModel.WidthOf(subjects)], new float[MessageTraits.Places]);

        if (file.ReadInt32() != model.Scales.Length)
        {
            throw new InvalidDataException("Another size.");
        }

        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.Scales.AsSpan()));
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.Weights.AsSpan()));
        return model;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The learnt model could not be kept in {Path}; the next start learns again")]
    private partial void LogNotKept(Exception exception, string path);
}
