using CommunityBot.Primitives;
using CommunityBot.Reports;

namespace CommunityBot.Tests.Reports;

public sealed class CategoryCatalogueTests
{
    private static readonly CategoryGroup Water = new("water", "Nước", "🚰", new Picture("water", "Một vòi nước."));

    private static readonly ReportCategory Tap = new(
        "broken_tap",
        "C09",
        "Vòi hỏng",
        "Vòi hỏng",
        "🚰",
        Water,
        Severity.S3,
        [
            new RaiseRule(Severity.S2, WordReader.Plain, ["nhiều nhà"], null, null),
            new RaiseRule(Severity.S1, WordReader.Plain, ["có người ốm"], "Gọi 115 ngay.", "115"),
        ],
        "Sở",
        "Tổ quản lý nước",
        null,
        Target.WorkingDays(3),
        "Khóa van.");

    private static readonly CategoryCatalogue Catalogue = new(
        [Water],
        [Tap],
        [new SeverityTargets(Severity.S1, "Khẩn", Target.Minutes(15), Target.Minutes(60), Target.Hours(2), Target.Hours(24))]);

    [Fact]
    public void Nothing_special_said_keeps_the_usual_severity_and_advice() =>
        Assert.Equal(new Judgement(Severity.S3, "Khóa van.", null), Tap.Judge("vòi nhỏ giọt"));

    [Fact]
    public void The_most_urgent_words_win() =>
        Assert.Equal(new Judgement(Severity.S1, "Gọi 115 ngay.", "115"), Tap.Judge("nhieu nha mat nuoc, co nguoi om"));

    [Fact]
    public void A_raised_report_must_be_solved_sooner()
    {
        Assert.Equal(Target.WorkingDays(3), Catalogue.DoneWithin(Tap, Severity.S3));
        Assert.Equal(Target.Hours(24), Catalogue.DoneWithin(Tap, Severity.S1));
    }

    [Fact]
    public void Kinds_are_found_by_key_and_by_picture()
    {
        Assert.Same(Tap, Catalogue.Find("broken_tap"));
        Assert.Null(Catalogue.Find("nothing"));
        Assert.Equal([Tap], Catalogue.Of(Water));
    }

    [Fact]
    public void Days_are_working_days_and_hours_are_not()
    {
        Assert.Equal(TargetClock.Working, Target.WorkingDays(3).Clock);
        Assert.Equal(3, Target.WorkingDays(3).Days);
        Assert.Equal(TargetClock.Wall, Target.Hours(24).Clock);
    }
}
