using System.Text;

namespace CommunityBot.TestKit.Talk;

/// <summary>A talk as a commune officer can read it: who said what, in columns, with the hours that pass between.</summary>
public sealed class TalkTranscript
{
    private const int NameWidth = 10;

    private readonly Lock gate = new();
    private readonly StringBuilder lines = new();

    /// <summary>What a person said or did.</summary>
    public void Says(string who, string what) => Write(who, '>', what);

    /// <summary>What the bot answered to whoever is speaking.</summary>
    public void BotSays(string what) => Write("bot", '>', what);

    /// <summary>What the bot told somebody else meanwhile.</summary>
    public void Hears(string who, string what) => Write(who, '<', what);

    public void Pauses(TimeSpan time)
    {
        lock (gate)
        {
            lines.Append("   …").Append(' ', NameWidth - 3).AppendLine(Words(time));
        }
    }

    public override string ToString()
    {
        lock (gate)
        {
            return lines.ToString();
        }
    }

    private void Write(string who, char sign, string what)
    {
        lock (gate)
        {
            var rows = what.Split('\n');
            lines.Append(who.PadRight(NameWidth)).Append(' ').Append(sign).Append(' ').AppendLine(rows[0]);

            foreach (var row in rows.Skip(1))
            {
                lines.Append(' ', NameWidth + 3).AppendLine(row);
            }
        }
    }

    private static string Words(TimeSpan time) => time switch
    {
        { TotalDays: >= 1 } => FormattableString.Invariant($"{time.TotalDays:0.#} ngày trôi qua"),
        { TotalHours: >= 1 } => FormattableString.Invariant($"{time.TotalHours:0.#} giờ trôi qua"),
        { TotalMinutes: >= 1 } => FormattableString.Invariant($"{time.TotalMinutes:0.#} phút trôi qua"),
        _ => FormattableString.Invariant($"{time.TotalSeconds:0.#} giây trôi qua"),
    };
}
