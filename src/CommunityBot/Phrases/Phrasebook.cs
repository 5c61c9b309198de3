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
    private readonly FrozenDictionary<string, FrozenDictionary<string, List<PhrasePart>>> translations;
    private readonly FrozenDictionary<string, List<PhrasePart>>? chosen;
    private readonly string address;

    /// <param name="phrases">In Vietnamese, complete.</param>
    /// <param name="translations">By language; a sentence that is missing there is said whole in Vietnamese.</param>
    public Phrasebook(IEnumerable<Phrase> phrases, IReadOnlyDictionary<string, IReadOnlyList<Phrase>>? translations = null)
        : this(
            Cut(phrases),
            (translations ?? new Dictionary<string, IReadOnlyList<Phrase>>()).ToFrozenDictionary(one => one.Key, one => Cut(one.Value), StringComparer.Ordinal),
            null,
            EverybodysAddress)
    {
    }

    private Phrasebook(
        FrozenDictionary<string, List<PhrasePart>> phrases,
        FrozenDictionary<string, FrozenDictionary<string, List<PhrasePart>>> translations,
        FrozenDictionary<string, List<PhrasePart>>? chosen,
        string address)
    {
        this.phrases = phrases;
        this.translations = translations;
        this.chosen = chosen;
        this.address = address;
    }

    /// <summary>The words a villager may choose to be called by.</summary>
    public static IReadOnlyList<string> Addresses { get; } = [EverybodysAddress, "bác", "cô", "chú", "anh", "chị", "em"];

    public IEnumerable<string> Keys => phrases.Keys;

    public bool Has(string key) => phrases.ContainsKey(key);

    /// <summary>The same sentences for somebody who chose to be called bác, cô, chú, anh, chị or em.</summary>
    public Phrasebook For(string? chosenAddress) =>
        chosenAddress is null || chosenAddress == address ? this : new Phrasebook(phrases, translations, chosen, chosenAddress);

    /// <summary>The same sentences for somebody who chose a language; Vietnamese where nothing is translated.</summary>
    public Phrasebook In(string? language) =>
        language is not null && translations.TryGetValue(language, out var translated) ? new Phrasebook(phrases, translations, translated, address) : this;

    /// <summary>A sentence with its places filled in.</summary>
    /// <exception cref="InvalidOperationException">The key or an argument is missing: a mistake in the program, found by the tests.</exception>
    public string Say(string key, params ReadOnlySpan<(string Place, string Value)> arguments)
    {
        if (chosen?.TryGetValue(key, out var parts) is not true && !phrases.TryGetValue(key, out parts))
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

    /// <summary>The name of something that stands in Vietnamese in its own file, in the chosen language where it is translated.</summary>
    public string Name(string key, string vietnamese) =>
        chosen is not null && chosen.TryGetValue(key, out var parts) ? string.Concat(parts.Select(part => part.Text)) : vietnamese;

    private static FrozenDictionary<string, List<PhrasePart>> Cut(IEnumerable<Phrase> phrases) =>
        phrases.ToFrozenDictionary(phrase => phrase.Key, phrase => PhraseParts.Cut(phrase.Text), StringComparer.Ordinal);

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
