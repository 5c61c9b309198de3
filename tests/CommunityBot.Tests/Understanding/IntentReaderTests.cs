using CommunityBot.Primitives;
using CommunityBot.Understanding;

namespace CommunityBot.Tests.Understanding;

public sealed class IntentReaderTests
{
    private static readonly DangerNumber Fire = new("114", "Gọi 114 ngay!");

    private static readonly IntentReader Reader = new(new Vocabulary(
        WordReader.Plain,
        [
            ("cháy nhà", new DangerSign(DangerSignKind.Sure, Fire)),
            ("nhà cháy", new DangerSign(DangerSignKind.Sure, Fire)),
            ("đang cháy", new DangerSign(DangerSignKind.Doubtful, Fire)),
            ("nhà cháy đèn", new DangerSign(DangerSignKind.Harmless, null)),
            ("nước", new DangerSign(DangerSignKind.Calm, null)),
        ],
        [
            ("rác", new Meaning(Intent.Report, "litter", 2)),
            ("đổ rác", new Meaning(Intent.Report, "litter", 4)),
            ("rác", new Meaning(Intent.AskTopic, "waste_sorting", 3)),
            ("thế nào", new Meaning(Intent.AskTopic, null, 2)),
            ("nhà hàng xóm", new Meaning(Intent.Report, null, 2)),
            ("thế nào", new Meaning(Intent.Report, null, -3)),
            ("cảm ơn", new Meaning(Intent.Thanks, null, 4)),
        ],
        [("hủy", Command.Cancel)],
        [("hai", 2)]));

    [Fact]
    public void Danger_comes_before_everything()
    {
        var understood = Reader.Read("cam on, chay nha roi");

        Assert.Same(Fire, understood.Danger);
        Assert.Equal(new Guess(Intent.Emergency, "114", 1), understood.Guesses[0]);
    }

    [Fact]
    public void A_harmless_phrase_hides_the_danger_inside_it_but_not_the_next_one()
    {
        Assert.Null(Reader.Read("nhà cháy đèn").Danger);
        Assert.Same(Fire, Reader.Read("nhà cháy đèn, cháy nhà").Danger);
    }

    [Fact]
    public void Plain_letters_beside_water_flow_and_do_not_burn()
    {
        Assert.Same(Fire, Reader.Read("bep dang chay").Danger);
        Assert.Null(Reader.Read("nuoc dang chay").Danger);
        Assert.Same(Fire, Reader.Read("đang cháy, cần nước").Danger);
    }

    [Fact]
    public void Who_asks_is_taught_and_who_complains_is_heard()
    {
        Assert.Equal(Intent.AskTopic, Reader.Read("rác chia thế nào").Guesses[0].Intent);
        Assert.Equal(Intent.Report, Reader.Read("nhà hàng xóm đổ rác").Guesses[0].Intent);
    }

    [Fact]
    public void A_cue_alone_means_nothing() => Assert.Empty(Reader.Read("thế nào").Guesses);

    [Fact]
    public void A_clear_message_is_sure_and_a_vague_one_is_not()
    {
        Assert.True(Reader.Read("cảm ơn").IsSure);
        Assert.False(Reader.Read("rac").IsSure);
        Assert.False(Reader.Read("xyz").IsSure);
    }

    [Fact]
    public void A_typed_command_is_seen() => Assert.Equal(Command.Cancel, Reader.Read(" HỦY! ").Command);

    [Fact]
    public void An_operator_reads_one_line() =>
        Assert.Equal("thanks\t-\t0.80\t-\t-", Reader.Describe("Cảm ơn"));
}
