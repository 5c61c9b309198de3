using CommunityBot.Awareness.Voice;
using CsCheck;

namespace CommunityBot.Tests.Awareness;

public sealed class ClipTargetTests
{
    [Theory]
    [InlineData("card:latrine.distance")]
    [InlineData("phrase:menu.greeting")]
    public void A_target_is_read_as_it_was_written(string text)
    {
        Assert.True(ClipTarget.TryParse(text, out var target));
        Assert.Equal(text, target.ToString());
    }

    [Fact]
    public void A_card_knows_its_topic() => Assert.Equal(("latrine", "distance"), ClipTarget.OfCard("latrine", "distance").Card);

    [Fact]
    public void A_forged_key_is_no_target()
    {
        foreach (var text in new[] { null, "", "card:", "card:latrine", "card:latrine.", "card:../../etc.passwd", "phrase:Menu.x", "file:a.b", "card:" + new string('a', 60) + ".b" })
        {
            Assert.False(ClipTarget.TryParse(text, out _), text);
        }
    }

    [Fact]
    public void Reading_never_throws() => Gen.String.Sample(text => ClipTarget.TryParse(text, out var target) == (target != default));
}
