using System.Text.Json;
using CommunityBot.Conversations;
using CsCheck;

namespace CommunityBot.Tests.Conversations;

public sealed class MarksTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_heard_event_is_known_also_after_the_store()
    {
        var marks = Marks.None.With("m1", Monday).With("m2", Monday);
        var again = JsonSerializer.Deserialize<Marks>(JsonSerializer.Serialize(marks))!;

        Assert.True(again.Knows("m1"));
        Assert.True(again.Knows("m2"));
        Assert.False(again.Knows("m3"));
    }

    [Fact]
    public void The_last_hundred_are_kept_even_after_a_year()
    {
        var marks = Marks.None;

        for (var number = 0; number < 150; number++)
        {
            marks = marks.With($"m{number}", Monday.AddDays(number * 3));
        }

        Assert.Equal(100, marks.Count);
        Assert.True(marks.Knows("m50"));
        Assert.False(marks.Knows("m49"));
    }

    [Fact]
    public void A_busy_conversation_keeps_a_whole_week() => Gen.Int[1, 400].Array[101, 400].Sample(
        gaps =>
        {
            var marks = Marks.None;
            var moment = Monday;
            var heard = new List<(string Id, DateTimeOffset At)>();

            foreach (var gap in gaps)
            {
                moment = moment.AddMinutes(gap);
                var id = $"m{heard.Count}";
                heard.Add((id, moment));
                marks = marks.With(id, moment);
            }

            Assert.All(heard.Where(one => moment - one.At < TimeSpan.FromDays(7)), one => Assert.True(marks.Knows(one.Id)));
            Assert.All(heard.TakeLast(100), one => Assert.True(marks.Knows(one.Id)));
        },
        iter: 100);

    [Fact]
    public void Damaged_marks_are_refused_aloud() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Marks>("\"AAAA\""));
}
