using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>The same sentence as others would type it: with its marks, without any, hurried with words left out and letters hit wrong.</summary>
public sealed class TypedVariants(WordReader reader, WordRepair repair)
{
    private const double LeftOut = 0.12;
    private const double HitWrong = 0.06;
    private const int FewestWords = 4;

    public List<Word> Of(string text, int variant, uint line) => variant switch
    {
        0 => repair.Repair(reader.Read(text)),
        1 => Plain(text),
        _ => Hurried(Dice.Roll(line, 99) % 2 == 0 ? Plain(text) : repair.Repair(reader.Read(text)), line),
    };

    private List<Word> Plain(string text) => repair.Repair(reader.Read(VietnameseText.Fold(text)));

    private static List<Word> Hurried(List<Word> words, uint line)
    {
        var typed = new List<Word>(words.Count);

        for (var at = 0; at < words.Count; at++)
        {
            if (words.Count >= FewestWords && Dice.Happens(LeftOut, line, (uint)at))
            {
                continue;
            }

            typed.Add(Dice.Happens(HitWrong, line, (uint)(at + 1000)) ? Mistyped(words[at].Plain, line) : words[at]);
        }

        return typed.Count == 0 ? words : typed;
    }

    /// <summary>One letter lost, doubled or swapped with the next.</summary>
    private static Word Mistyped(string word, uint line)
    {
        var at = (int)(Dice.Roll(line, 7) % (uint)word.Length);
        var wrong = (Dice.Roll(line, 8) % 3) switch
        {
            0 when word.Length > 2 => word.Remove(at, 1),
            1 when at + 1 < word.Length => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            _ => word.Insert(at, word[at].ToString()),
        };
        return new Word(wrong, null);
    }
}
