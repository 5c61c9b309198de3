using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>Reads a typed answer that stands for a button: "quay lại", "HUY", "2", "hai", "số 2".</summary>
public sealed class TypedWords(Vocabulary vocabulary)
{
    private const int MostWords = 8;
    private const int LongestAnswer = 100;

    private readonly WordFinder<Command> commands = new(vocabulary.Reader, vocabulary.Commands);
    private readonly WordFinder<int> numbers = new(vocabulary.Reader, vocabulary.Numbers);

    /// <summary>The command, when the whole message is one; the first where plain letters leave a choice ("dung" is "dừng" before "đúng").</summary>
    public Command? FindCommand(string text) => WholeMessage(commands, text) is [var first, ..] ? first : null;

    /// <summary>True when the whole message may be this command: to a yes-or-no question "dung" means "đúng".</summary>
    public bool Means(string text, Command command) => WholeMessage(commands, text).Contains(command);

    /// <summary>The number, when the whole message is one.</summary>
    public int? FindNumber(string text) => WholeMessage(numbers, text) is [var first, ..] ? first : null;

    private List<T> WholeMessage<T>(WordFinder<T> finder, string text)
    {
        if (text.Length > LongestAnswer)
        {
            return [];
        }

        var words = vocabulary.Reader.Read(text);
        return words.Count is 0 or > MostWords
            ? []
            : [.. finder.Find(words).Where(found => found.Length == words.Count && found.IsAsWritten).Select(found => found.Value)];
    }
}
