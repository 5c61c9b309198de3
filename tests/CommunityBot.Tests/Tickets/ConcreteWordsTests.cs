using CommunityBot.Tickets;

namespace CommunityBot.Tests.Tickets;

public sealed class ConcreteWordsTests
{
    [Theory]
    [InlineData("đã xử lý")]
    [InlineData("Đã xử lý xong rồi nhé")]
    [InlineData("xong")]
    [InlineData("ok")]
    [InlineData("DA XU LY XONG THEO QUY DINH")]
    [InlineData("đã kiểm tra, đã xử lý, đã hoàn thành")]
    [InlineData("vòi nước sửa")]
    [InlineData("....... ,,,, !!!! ???? ----")]
    [InlineData("")]
    [InlineData(null)]
    public void Empty_talk_is_refused(string? words) => Assert.False(ConcreteWords.Say(words));

    [Theory]
    [InlineData("Đã thay vòi mới ở đầu thôn Nà Ít")]
    [InlineData("da don het rac o suoi, cho di bai Khuoi Ma")]
    [InlineData("Đã nhắc hộ bên cạnh không đốt rơm buổi tối")]
    public void What_was_done_and_where_is_enough(string words) => Assert.True(ConcreteWords.Say(words));
}
