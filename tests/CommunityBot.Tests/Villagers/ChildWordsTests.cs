using CommunityBot.Villagers;

namespace CommunityBot.Tests.Villagers;

public sealed class ChildWordsTests
{
    [Theory]
    [InlineData("cháu 12 tuổi")]
    [InlineData("con học lớp 5")]
    [InlineData("dạ cháu đang học lớp 7 ạ")]
    [InlineData("chau 9 tuoi")]
    [InlineData("Chào bác, em năm nay 14 tuổi")]
    public void A_child_says_so(string text) => Assert.True(ChildWords.SpeakAsChild(text));

    [Theory]
    [InlineData("con tôi 12 tuổi bị tiêu chảy")]
    [InlineData("cháu 3 tuổi bị sốt")]
    [InlineData("cháu 12 tuổi bị đau bụng")]
    [InlineData("tôi 62 tuổi")]
    [InlineData("em 17 tuổi")]
    [InlineData("con học lớp 12")]
    [InlineData("nhà tôi có cháu 12 tuổi")]
    [InlineData("vòi nước hỏng")]
    [InlineData(null)]
    public void Others_do_not(string? text) => Assert.False(ChildWords.SpeakAsChild(text));
}
