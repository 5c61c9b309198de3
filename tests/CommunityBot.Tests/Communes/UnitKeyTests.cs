using System.Text.Json;
using CommunityBot.Communes;

namespace CommunityBot.Tests.Communes;

public sealed class UnitKeyTests
{
    [Fact]
    public void A_key_is_read_back_as_it_was_written()
    {
        var key = new UnitKey(2025, "01912");

        Assert.True(UnitKey.TryParse(key.ToString(), out var read));
        Assert.Equal(key, read);
        Assert.Equal("\"2025-01912\"", JsonSerializer.Serialize(key));
        Assert.Equal(key, JsonSerializer.Deserialize<UnitKey>("\"2025-01912\""));
    }

    [Fact]
    public void A_key_may_name_the_entries_of_a_table()
    {
        var table = new Dictionary<UnitKey, int> { [new UnitKey(2025, "01912")] = 7 };

        var json = JsonSerializer.Serialize(table);

        Assert.Equal("{\"2025-01912\":7}", json);
        Assert.Equal(7, JsonSerializer.Deserialize<Dictionary<UnitKey, int>>(json)![new UnitKey(2025, "01912")]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01912")]
    [InlineData("2025-1912")]
    [InlineData("2025-019123")]
    [InlineData("2025_01912")]
    [InlineData("abcd-01912")]
    [InlineData("2025-0191x")]
    [InlineData("2025-٠١٩١٢")]
    public void What_is_no_key_is_refused(string? text) => Assert.False(UnitKey.TryParse(text, out _));

    [Fact]
    public void A_broken_key_in_a_stored_document_is_not_guessed_at() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UnitKey>("\"01912\""));

    [Fact]
    public void An_empty_key_never_prints() => Assert.Throws<InvalidOperationException>(() => default(UnitKey).ToString());
}
