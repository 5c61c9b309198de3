using CommunityBot.Phrases;

namespace CommunityBot.Tests.Phrases;

public sealed class PhrasebookTests
{
    private static readonly Phrasebook Book = new(
    [
        new Phrase("report.ask_photo", "Bước {step}/4. {Bac} gửi giúp một tấm ảnh nhé."),
        new Phrase("report.thanks", "Cảm ơn {bac}."),
        new Phrase("report.plain", "Xong rồi."),
    ]);

    [Fact]
    public void Everybody_is_bà_con_until_they_choose() => Assert.Equal("Cảm ơn bà con.", Book.Say("report.thanks"));

    [Fact]
    public void Who_chose_to_be_called_bác_is_called_bác()
    {
        var book = Book.For("bác");

        Assert.Equal("Cảm ơn bác.", book.Say("report.thanks"));
        Assert.Equal("Bước 2/4. Bác gửi giúp một tấm ảnh nhé.", book.Say("report.ask_photo", ("step", "2")));
        Assert.Same(Book, Book.For(null));
    }

    [Fact]
    public void What_a_villager_wrote_is_filled_in_as_it_is() =>
        Assert.Equal("Bước {bac}/4. Bà con gửi giúp một tấm ảnh nhé.", Book.Say("report.ask_photo", ("step", "{bac}")));

    [Fact]
    public void A_missing_value_is_a_mistake_of_the_program() =>
        Assert.Throws<InvalidOperationException>(() => Book.Say("report.ask_photo"));

    [Fact]
    public void A_missing_key_is_a_mistake_of_the_program() =>
        Assert.Throws<InvalidOperationException>(() => Book.Say("report.nothing"));

    [Fact]
    public void A_phrase_names_its_places() =>
        Assert.Equal(["step", "Bac"], new Phrase("a.b", "{step} {Bac} {step}").Places);
}
