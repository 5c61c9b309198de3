using System.Collections.Frozen;
using System.Text;

namespace CommunityBot.Phrases;

/// <summary>Every sentence the bot says, by key; written in <c>content/phrases</c> by people who do not program.</summary>
public sealed class Phrasebook
{
    /// <summary>How villagers are addressed until they choose.</summary>
    public const string EverybodysAddress = "bà con";

    /// <summary>The place that is filled with the form of address; <c>{Bac}</c> at the start of a sentence.</summary>
    public const string AddressPlace = "bac";

    private readonly FrozenDictionary<string, List<PhrasePart>> phrases;
    private readonly string address;

    public Phrasebook(IEnumerable<Phrase> phrases)
        : this(
            phrases.ToFrozenDictionary(phrase => phrase.Key, phrase => PhraseParts.Cut(phrase.Text), StringComparer.Ordinal),
            EverybodysAddress)
    {
    }

    private Phrasebook(FrozenDictionary<string, List<PhrasePart>> phrases, string address)
    {
        this.phrases = phrases;
        this.address = address;
    }

    /// <summary>The words a villager may choose to be called by.</summary>
    public static IReadOnlyList<string> Addresses { get; } = [EverybodysAddress, "bác", "cô", "chú", "anh", "chị", "em"];

    public IEnumerable<string> Keys => phrases.Keys;

    public bool Has(string key) => phrases.ContainsKey(key);

    /// <summary>The same sentences for somebody who chose to be called bác, cô, chú, anh, chị or em.</summary>
    public Phrasebook For(string? chosenAddress) =>
        chosenAddress is null || chosenAddress == address ? this : new Phrasebook(phrases, chosenAddress);

    /// <summary>A sentence with its places filled in.</summary>
    /// <exception cref="InvalidOperationException">The key or an argument is missing: a mistake in the program, found by the tests.</exception>
    public string Say(string key, params ReadOnlySpan<(string Place, string Value)> arguments)
    {
        if (!phrases.TryGetValue(key, out var parts))
        {
            throw new InvalidOperationException($"The phrase {key} is not in content/phrases.");
        }

        var sentence = new StringBuilder();

        foreach (var part in parts)
        {
            sentence.Append(part.IsPlace ? Fill(key, part.Text, arguments) : part.Text);
        }

        return sentence.ToString();
    }

    private string Fill(string key, string place, ReadOnlySpan<(string Place, string Value)> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Place == place)
            {
                return argument.Value;
            }
        }

        return place switch
        {
            AddressPlace => address,
            "Bac" => char.ToUpperInvariant(address[0]) + address[1..],
            _ => throw new InvalidOperationException($"The phrase {key} needs a value for {{{place}}}."),
        };
    }
}
