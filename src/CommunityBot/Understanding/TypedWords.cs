using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>Reads a typed answer that stands for a button: "quay lại", "HUY", "2", "hai", "số 2".</summary>
public sealed class TypedWords(Vocabulary vocabulary)
{
    private const int MostWords = 8;
    private const int LongestAnswer = 100;

    private readonly WordFinder<Command> commands = new(vocabulary.Reader, vocabulary.Commands);
    private readonly WordFinder<int> numbers = new(vocabulary.Reader, vocabulary.Numbers);

    /// <summary>The command, when the whole message is one.</summary>
    public Command? FindCommand(string text) => WholeMessage(commands, text);

    /// <summary>The number, when the whole message is one.</summary>
    public int? FindNumber(string text) => WholeMessage(numbers, text);

    private T? WholeMessage<T>(WordFinder<T> finder, string text)
        where T : struct
    {
        if (text.Length > LongestAnswer)
        {
            return null;
        }

        var words = vocabulary.Reader.Read(text);

        if (words.Count is 0 or > MostWords)
        {
            return null;
        }

        foreach (var found in finder.Find(words))
        {
            if (found.Length == words.Count && found.IsAsWritten)
            {
                return found.Value;
            }
        }

        return null;
    }

}
