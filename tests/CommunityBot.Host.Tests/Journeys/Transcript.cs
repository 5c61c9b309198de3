using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>
/// A journey as a text that a commune officer can read. Lines with "&gt;" are what people do, "…" is time passing, "~" is what goes wrong;
/// all other lines are what the bot did, and are compared with what it does now.
/// </summary>
internal sealed partial class Transcript
{
    private const int NameWidth = 12;
    private const string Ticket = "BK-";

    private readonly string text;

    private Transcript(string text) => this.text = text;

    public static Transcript Load(string path) => new(File.ReadAllText(path));

    /// <summary>The steps without the bot's part.</summary>
    public IEnumerable<TranscriptStep> Steps => text.Split('\n').Select(Read).OfType<TranscriptStep>();

    public override string ToString() => text;

    /// <summary>One line of the bot's part: "bot → bà Lường: …", further lines indented.</summary>
    public static string Said(string to, string words) =>
        $"bot → {to}: " + words.Replace("\n", "\n" + new string(' ', NameWidth + 3), StringComparison.Ordinal).Replace(new string(' ', NameWidth + 3) + "\n", "\n", StringComparison.Ordinal);

    /// <summary>Codes are chance: the first one a journey meets is called 1.</summary>
    public static string HideCodes(string words, List<string> known)
    {
        var hidden = Code().Replace(words, match =>
        {
            if (!known.Contains(match.Value))
            {
                known.Add(match.Value);
            }

            return NameOf(match.Value, known);
        });

        // A button has no room for "BK-".
        return known.Where(code => code.StartsWith(Ticket, StringComparison.Ordinal))
            .Aggregate(hidden, (text, code) => text.Replace(code[Ticket.Length..], NameOf(code, known), StringComparison.Ordinal));
    }

    public static TimeSpan Duration(string words)
    {
        var match = Time().Match(words);
        var amount = double.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "giây" => TimeSpan.FromSeconds(amount),
            "phút" => TimeSpan.FromMinutes(amount),
            "giờ" => TimeSpan.FromHours(amount),
            "ngày" => TimeSpan.FromDays(amount),
            var unit => throw new FormatException($"How long is “{unit}”?"),
        };
    }

    private static string NameOf(string code, List<string> known)
    {
        var kind = code.Split('-')[0];
        return $"{kind}-({known.Where(one => one.StartsWith(kind, StringComparison.Ordinal)).ToList().IndexOf(code) + 1})";
    }

    private static TranscriptStep? Read(string line)
    {
        if (line.StartsWith('#') || line.StartsWith('@') || line.StartsWith('~'))
        {
            return new TranscriptStep(line[0], "", line[1..].Trim(), line);
        }

        if (line.TrimStart().StartsWith('…'))
        {
            return new TranscriptStep('…', "", line.Trim(' ', '…'), line);
        }

        var match = Deed().Match(line);
        return match.Success ? new TranscriptStep('>', match.Groups["who"].Value.Trim(), match.Groups["what"].Value, line) : null;
    }

    [GeneratedRegex("^(?<who>[^\\s→<>][^→<>]*?)\\s+> (?<what>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Deed();

    [GeneratedRegex("(?<amount>[0-9.]+) (?<unit>\\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex("BK-[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}|MOI(-[0-9A-Z]{4}){3}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

/// <summary>One line of the script.</summary>
/// <param name="Sign">'#' remark, '@' who is who, '~' what goes wrong, '…' time, '&gt;' a deed.</param>
/// <param name="Who">The person, for a deed.</param>
/// <param name="What">What they do.</param>
/// <param name="Line">As written.</param>
internal sealed record TranscriptStep(char Sign, string Who, string What, string Line);
