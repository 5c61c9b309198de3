using CommunityBot.TestKit;
using CommunityBot.Tickets;
using CsCheck;

namespace CommunityBot.Tests.Tickets;

public sealed class TicketIdTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_code_is_read_back_however_it_is_typed() => Gen.Int.Sample(seed =>
    {
        var id = TicketId.New(new SeededChance(seed));
        var text = id.ToString();

        Assert.Matches("^BK-[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$", text);
        foreach (var typed in new[] { text, text.ToLowerInvariant(), text.Replace("-", " "), id.Code, text.Replace('0', 'O').Replace('1', 'I'), text.Replace('1', 'l') })
        {
            Assert.True(TicketId.TryParse(typed, out var again), typed);
            Assert.Equal(id, again);
        }
    });

    [Fact]
    public void Every_single_mistyped_character_is_noticed() => Gen.Select(Gen.Int, Gen.Int[0, 8], Gen.Int[1, 31]).Sample((seed, place, shift) =>
    {
        var letters = TicketId.New(new SeededChance(seed)).Code.ToCharArray();
        letters[place] = Alphabet[(Alphabet.IndexOf(letters[place], StringComparison.Ordinal) + shift) % 32];
        Assert.False(TicketId.TryParse(new string(letters), out _));
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BK")]
    [InlineData("BK-7F3-K9Q-MD")]
    [InlineData("xin chào bà con")]
    [InlineData("UUUUUUUUU")]
    public void What_is_no_code_is_refused(string? text) => Assert.False(TicketId.TryParse(text, out _));

    [Fact]
    public void An_empty_code_never_reaches_the_screen() => Assert.Throws<InvalidOperationException>(() => default(TicketId).ToString());
}
