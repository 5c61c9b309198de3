using System.Text.RegularExpressions;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>The sound files <c>audio/LANG/TOPIC.CARD.ogg</c>: which cards can be listened to, in which language.</summary>
internal sealed partial class AudioFolder
{
    private const string Folder = "audio";

    /// <summary>About two minutes of speech in Opus; longer than anybody listens to on a weak connection.</summary>
    private const int MostBytes = 1_000_000;

    private readonly ContentNotes notes;
    private readonly Dictionary<(string Topic, string Card), Dictionary<string, string>> files = [];
    private readonly HashSet<(string Topic, string Card)> asked = [];

    public AudioFolder(ContentFolder folder, ContentNotes notes)
    {
        this.notes = notes;

        foreach (var place in folder.Folders(Folder))
        {
            var language = place[(Folder.Length + 1)..];

            if (language != Languages.Vietnamese && !Languages.Others.Contains(language))
            {
                notes.Mistake(place, 0, $"không có tiếng \"{language}\": chỉ có {Languages.Vietnamese}, {string.Join(", ", Languages.Others)}.");
                continue;
            }

            foreach (var file in folder.Files(place, "*.*"))
            {
                Take(folder, file, language);
            }
        }
    }

    /// <summary>Language to file for a card.</summary>
    public IReadOnlyDictionary<string, string> Of(string topic, string card)
    {
        asked.Add((topic, card));
        return files.GetValueOrDefault((topic, card)) ?? [];
    }

    /// <summary>Notes every sound that belongs to no card.</summary>
    public void CheckOwners()
    {
        foreach (var (owner, sounds) in files.Where(one => !asked.Contains(one.Key)))
        {
            foreach (var file in sounds.Values)
            {
                notes.Mistake(file, 0, $"không có thẻ \"{owner.Topic}/{owner.Card}\" cho tệp âm thanh này. Hãy đổi tên tệp hoặc bỏ đi.");
            }
        }
    }

    private void Take(ContentFolder folder, string file, string language)
    {
        if (SoundName().Match(Path.GetFileName(file)) is not { Success: true } name)
        {
            notes.Mistake(file, 0, "tệp âm thanh phải tên là TÊN_CHỦ_ĐỀ.TÊN_THẺ.ogg.");
            return;
        }

        if (folder.SizeOf(file) > MostBytes)
        {
            notes.Mistake(file, 0, $"tệp âm thanh nặng quá {MostBytes / 1000} kB. Hãy ghi ngắn hơn.");
        }

        var owner = (name.Groups[1].Value, name.Groups[2].Value);
        files.TryAdd(owner, new Dictionary<string, string>(StringComparer.Ordinal));
        files[owner][language] = file;
    }

    [GeneratedRegex("^([a-z0-9_]+)\\.([a-z0-9_]+)\\.ogg$", RegexOptions.CultureInvariant)]
    private static partial Regex SoundName();
}
