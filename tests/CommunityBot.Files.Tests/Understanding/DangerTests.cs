using CommunityBot.Files.Content;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Talk;
using CommunityBot.Understanding;

namespace CommunityBot.Files.Tests.Understanding;

/// <summary>Danger as people blurt it out, and what only sounds like it; with the learnt model, with and without marks.</summary>
public sealed class DangerTests
{
    private static readonly IntentReader Reader = Taught();

    [Theory]
    [InlineData("114", "bếp nhà em bắt lửa rồi, cháy lên mái")]
    [InlineData("114", "chay nha ong Pao roi ba con oi")]
    [InlineData("114", "kho thóc đang cháy to")]
    [InlineData("114", "lửa lan sang nhà bên rồi")]
    [InlineData("114", "rừng keo sau bản cháy dữ lắm")]
    [InlineData("114", "bình ga xì khói nổ đến nơi")]
    [InlineData("114", "no binh gas nha hang xom")]
    [InlineData("114", "có người ngã xuống giếng")]
    [InlineData("114", "hai người ngất dưới hầm biogas")]
    [InlineData("114", "cây đổ đè lên xe có người")]
    [InlineData("114", "tường sập đè trúng thằng bé")]
    [InlineData("114", "xe lao xuống vực còn người kẹt")]
    [InlineData("112", "thằng bé rơi xuống suối rồi")]
    [InlineData("112", "co nguoi duoi nuoc o dap")]
    [InlineData("112", "nước lũ cuốn mất hai người")]
    [InlineData("112", "lũ quét về bản rồi")]
    [InlineData("112", "lat thuyen tren ho ba be")]
    [InlineData("112", "núi lở vùi mất một nhà")]
    [InlineData("112", "sat lo vao nha co nguoi ben trong")]
    [InlineData("112", "bố em đi rừng từ hôm qua chưa về, mất liên lạc")]
    [InlineData("112", "bị lạc trong rừng không biết đường ra")]
    [InlineData("112", "nước ngập lên mái nhà, cứu với")]
    [InlineData("115", "con tôi uống nhầm thuốc sâu")]
    [InlineData("115", "an nam xong non mua ca nha")]
    [InlineData("115", "ăn phải lá ngón, sùi bọt mép")]
    [InlineData("115", "bi ran luc can vao chan sung to")]
    [InlineData("115", "bị điện giật bất tỉnh")]
    [InlineData("115", "bố em méo miệng liệt nửa người")]
    [InlineData("115", "bà ngất xỉu gọi không tỉnh")]
    [InlineData("115", "vo em sap de ma chua co xe")]
    [InlineData("115", "cháu hóc xương tím tái")]
    [InlineData("115", "ong vò vẽ đốt khó thở")]
    [InlineData("115", "tai nạn ở cua, máu chảy nhiều")]
    [InlineData("115", "ngã từ trên cây xuống gãy chân")]
    [InlineData("115", "bỏng nước sôi khắp người")]
    [InlineData("115", "có người tự tử uống thuốc cỏ")]
    [InlineData("113", "thằng say cầm dao đuổi chém")]
    [InlineData("113", "co trom dang cay cua nha em")]
    [InlineData("113", "chồng đánh em chảy máu, cứu với")]
    [InlineData("113", "cướp giật túi ngoài chợ")]
    [InlineData("113", "đánh nhau to ở quán, có dao")]
    [InlineData("111", "cháu bé nhà bên bị đánh dã man")]
    [InlineData("111", "be gai bi xam hai")]
    [InlineData("111", "trẻ sơ sinh bị bỏ rơi ở cổng trạm")]
    [InlineData("111", "bố dượng đánh cháu tím người")]
    [InlineData("111", "em bị ép lấy chồng, em mới 13 tuổi")]
    public void Danger_gets_its_number_first(string number, string text)
    {
        Assert.Equal(number, Reader.Read(text).Danger?.Number);
        Assert.Equal(number, Reader.Read(VietnameseText.Fold(text)).Danger?.Number);
        Assert.Equal(Intent.Emergency, Reader.Read(text).Guesses[0].Intent);
    }

    [Theory]
    [InlineData("tìm")]
    [InlineData("cháy hàng rồi, mai mới có")]
    [InlineData("giống ngô này đang cháy hàng")]
    [InlineData("đám cháy năm ngoái để lại nhiều tro")]
    [InlineData("nồi cơm cháy đen")]
    [InlineData("máy bơm của thôn bị cháy")]
    [InlineData("bóng đèn đường cháy rồi")]
    [InlineData("có con chó chết dưới cầu")]
    [InlineData("co con cho chet duoi cau")]
    [InlineData("nước chảy nhà xuống vườn")]
    [InlineData("voi nuoc chay to qua")]
    [InlineData("nuoc thai dang chay ra ruong")]
    [InlineData("xe chay nhanh gay bui")]
    [InlineData("dấu hiệu ngộ độc thực phẩm là gì")]
    [InlineData("phòng đuối nước cho trẻ thế nào")]
    [InlineData("số cứu hỏa là bao nhiêu")]
    [InlineData("115 là số gì")]
    [InlineData("ống nước bị lũ cuốn mất đoạn")]
    [InlineData("vòi gãy tay vặn")]
    [InlineData("hàng rào cây bị xe đâm")]
    [InlineData("có người đổ trộm rác")]
    [InlineData("cười chết mất thôi bot ơi")]
    [InlineData("mệt muốn chết, làm nương cả ngày")]
    [InlineData("van nước bị kẹt không mở được")]
    [InlineData("cách phòng rắn cắn khi đi nương")]
    [InlineData("gần nhà ông Phúc, xe máy vào được")]
    public void What_only_sounds_like_danger_does_not_ring_the_alarm(string text) => Assert.Null(Reader.Read(text).Danger);

    private static IntentReader Taught()
    {
        var content = ContentLoader.Load(BenchContent.Folder).WithoutMistakes();
        var repair = WordRepair.From(content.Vocabulary, content.Examples);
        var reader = new IntentReader(content.Vocabulary);
        reader.Learn(new TrainIntentModel(content.Vocabulary).Run(content.Examples, repair), repair);
        return reader;
    }
}
