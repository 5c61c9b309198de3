using CommunityBot.Awareness;
using CommunityBot.Files.Content;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Files.Tests.Content;

/// <summary>The plan as data is the plan as signed, and every line of it says what the software does and where.</summary>
public sealed class PlanTests
{
    private static readonly string Repository = Path.GetDirectoryName(BenchContent.Folder)!;

    private static readonly LoadedContent Content = ContentLoader.Load(BenchContent.Folder);

    private static readonly ProvincePlan Plan = Content.Plans.On(new DateOnly(2024, 6, 1))!;

    [Fact]
    public void Nine_areas_hold_twenty_four_tasks()
    {
        Assert.Equal(
            ["water_supply", "solid_waste", "domestic_wastewater", "agri_waste", "pesticide_packaging", "craft_village", "landscape", "food_safety", "sanitation"],
            Plan.Areas.Select(area => area.Key));
        Assert.Equal([3, 3, 3, 3, 2, 1, 2, 4, 3], Plan.Areas.Select(area => area.Tasks.Count));
        Assert.Equal(19, Plan.Solutions.Count);
        Assert.Equal(26, Plan.Duties.Count);
        Assert.All(Plan.Tasks, task => Assert.NotEmpty(task.Leads));
    }

    [Fact]
    public void What_is_blank_in_the_document_stays_blank()
    {
        Assert.Equal("…/KH-UBND", Plan.Number);
        Assert.Equal("Bắc Kạn, ngày … tháng … năm 2023", Plan.PlaceDate);
    }

    [Fact]
    public void Agencies_keep_their_old_names_and_say_what_they_are_now()
    {
        var leads = Plan.Tasks.First(task => task.Id == "6.1").Leads;

        Assert.Equal(["Sở Nông nghiệp và PTNT", "Sở Tài nguyên và Môi trường", "UBND các huyện, thành phố"], leads.Select(lead => lead.Name));
        Assert.Equal("Sở Nông nghiệp và Môi trường", leads[0].Now);
        Assert.Equal("Sở Nông nghiệp và Môi trường", leads[1].Now);
    }

    [Fact]
    public void Every_task_solution_and_duty_says_what_the_software_does() => Assert.Equal(Plan.Ids.Order(), Plan.Services.Keys.Order());

    [Fact]
    public void Every_place_that_is_named_exists()
    {
        var missing = Plan.Services.Values
            .SelectMany(service => service.Places.Select(place => (service.Id, Place: place)))
            .Where(one => !one.Place.StartsWith('/') && !Path.Exists(Path.Combine(Repository, one.Place)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_topic_serves_an_area_and_what_is_said_to_be_there_is_more_than_half_of_the_tasks()
    {
        Assert.All(Content.Topics.All, topic => Assert.NotEmpty(topic.Areas));
        Assert.True(Plan.Tasks.Count(task => Plan.Services[task.Id].State == PlanServiceState.There) > 12);
    }

    [Fact]
    public void A_new_plan_takes_over_on_its_day_and_an_ended_one_stays_until_then()
    {
        var next = Plan with { Key = "next", ValidFrom = new DateOnly(2027, 1, 1), ValidTo = new DateOnly(2030, 12, 31) };
        var book = new PlanBook([Plan, next]);

        Assert.Null(book.On(new DateOnly(2022, 12, 31)));
        Assert.Same(Plan, book.On(new DateOnly(2025, 12, 31)));
        Assert.Same(Plan, book.On(new DateOnly(2026, 12, 31)));
        Assert.Same(next, book.On(new DateOnly(2027, 1, 1)));
        Assert.Same(next, book.On(new DateOnly(2031, 1, 1)));
    }

    /// <summary>After a wanted change: run this test once with <c>COMMUNITYBOT_WRITE_README=1</c>.</summary>
    [Fact]
    public void The_table_in_the_readme_is_made_from_the_plan()
    {
        var readme = Path.Combine(Repository, "README.md");
        var text = File.ReadAllText(readme);
        var table = PlanTable.Of(Plan);

        if (Environment.GetEnvironmentVariable("COMMUNITYBOT_WRITE_README") == "1")
        {
            File.WriteAllText(readme, PlanTable.Replace(text, table));
        }

        Assert.Contains(table, text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
