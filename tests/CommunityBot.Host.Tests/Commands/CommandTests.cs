using System.Text.Json;
using CommunityBot.Host.Commands;

namespace CommunityBot.Host.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("22.35 105.89", "choose")]
    [InlineData("thuong giao", "found")]
    [InlineData("Văn Lang", "choose")]
    [InlineData("21.03 105.85", "outside")]
    [InlineData("atlantis", "unknown")]
    public async Task Locate_answers_the_same_on_the_command_line_and_line_by_line(string query, string status)
    {
        var typed = await RunAsync("", ["locate", .. query.Split(' '), "--json"]);
        var piped = await RunAsync(query + "\n" + query + "\n", "locate", "--json");

        Assert.Equal(status, JsonDocument.Parse(typed.Output).RootElement.GetProperty("status").GetString());
        Assert.Equal([typed.Lines[0], typed.Lines[0]], piped.Lines);
        Assert.Equal(status is "outside" or "unknown" ? ExitCode.NotFound : ExitCode.Done, typed.Exit);
        Assert.Equal(ExitCode.Done, piped.Exit);
    }

    [Fact]
    public async Task Understand_writes_five_columns_for_every_line_even_an_empty_one()
    {
        var run = await RunAsync("vòi nước nhà tôi hỏng\n\nxin chào\n", "understand");

        Assert.Equal(3, run.Lines.Length);
        Assert.All(run.Lines, line => Assert.Equal(5, line.Split('\t').Length));
        Assert.StartsWith("report\tbroken_tap\t", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_content_passes_its_check_and_a_broken_one_is_told_mistake_by_mistake()
    {
        // The command runs by the real clock: that sources grow old is for the writers, not for this test.
        var shipped = await RunAsync("", "content", "check");
        Assert.DoesNotContain(shipped.Lines, line => line.StartsWith("✗ ", StringComparison.Ordinal) && line.Contains("dòng", StringComparison.Ordinal)
            && !line.Contains("12 tháng", StringComparison.Ordinal) && !line.Contains("hết hiệu lực", StringComparison.Ordinal));
        Assert.Contains(shipped.Lines, line => line.StartsWith("  Có hình:", StringComparison.Ordinal));

        var broken = await RunAsync("", "content", "check", $"--Content:Path={folder.Path}/nothing");

        Assert.Equal(ExitCode.MistakesFound, broken.Exit);
        Assert.Contains("✗", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_on_content_lists_every_card_for_people_and_for_programs()
    {
        var words = await RunAsync("", "content", "report");
        var json = await RunAsync("", "content", "report", "--json");

        Assert.Equal(ExitCode.Done, words.Exit);
        Assert.Contains("Chưa có tiếng Việt để nghe", words.Output, StringComparison.Ordinal);
        Assert.Contains("food_safety/five_keys", words.Output, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(json.Output).RootElement.GetProperty("cards").GetArrayLength() > 30);
    }

    [Fact]
    public async Task A_campaigners_code_says_whom_it_links()
    {
        var run = await RunAsync("", "desk", "code", "--campaigner");

        Assert.StartsWith("MOI-", run.Output, StringComparison.Ordinal);
        Assert.Contains("tuyên truyền viên", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_for_a_desk_is_printed_with_and_without_a_running_host()
    {
        var alone = await RunAsync("", "desk", "code", "Chợ Rã");
        var json = await RunAsync("", "desk", "code", "01912", "--json");

        Assert.StartsWith("MOI-", alone.Output, StringComparison.Ordinal);
        Assert.StartsWith("MOI-", JsonDocument.Parse(json.Output).RootElement.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotFound, (await RunAsync("", "desk", "code", "Văn Lang")).Exit);
        Assert.Equal(ExitCode.WrongUse, (await RunAsync("", "desk", "code")).Exit);

        await using var host = await RunningHost.StartAsync();
        var handedOver = await CommandRun.RunAsync(host.DataFolder, "", "desk", "code", "--administrator");
        Assert.StartsWith("MOI-", handedOver.Output, StringComparison.Ordinal);
        var code = handedOver.Lines[0].Trim();
        Assert.Equal(ExitCode.Done, (await CommandRun.RunAsync(host.DataFolder, "", "desk", "code", "--revoke", code)).Exit);
        Assert.Equal(ExitCode.NotFound, (await CommandRun.RunAsync(host.DataFolder, "", "desk", "code", "--revoke", code)).Exit);
    }

    [Fact]
    public async Task What_was_backed_up_is_verified_and_restored_into_an_empty_folder_only()
    {
        var data = Path.Combine(folder.Path, "data");
        var copy = Path.Combine(folder.Path, "copy");
        var fresh = Path.Combine(folder.Path, "fresh");
        await CommandRun.RunAsync(data, "", "desk", "code", "Chợ Rã");

        var backup = await CommandRun.RunAsync(data, "", "backup", copy, "--json");
        var verify = await CommandRun.RunAsync(data, "", "verify", copy, "--json");
        var restore = await CommandRun.RunAsync(data, "", "restore", copy, fresh);

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Done), (backup.Exit, verify.Exit, restore.Exit));
        Assert.Equal(1, JsonDocument.Parse(verify.Output).RootElement.GetProperty("documents").GetProperty("invitations").GetInt32());
        Assert.Equal(ExitCode.StoreTrouble, (await CommandRun.RunAsync(data, "", "restore", copy, fresh)).Exit);
        Assert.Equal(ExitCode.StoreTrouble, (await CommandRun.RunAsync(data, "", "verify", Path.Combine(folder.Path, "nothing"))).Exit);
    }

    [Fact]
    public async Task The_doctor_says_what_is_well_and_how_to_mend_the_rest()
    {
        var alone = await RunAsync("", "doctor");
        Assert.Equal(ExitCode.MistakesFound, alone.Exit);
        Assert.Contains("✗ No host is running", alone.Output, StringComparison.Ordinal);
        Assert.Contains("→ Start it with 'serve'", alone.Output, StringComparison.Ordinal);

        await using var host = await RunningHost.StartAsync();
        var running = await CommandRun.RunAsync(host.DataFolder, "", "doctor", "--json");

        // All is well but one thing: a new host has no desks yet.
        var trouble = JsonDocument.Parse(running.Output).RootElement.EnumerateArray().Where(finding => !finding.GetProperty("isGood").GetBoolean());
        Assert.Equal("desks", Assert.Single(trouble).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("serve", "--colour")]
    [InlineData("restore")]
    [InlineData("content", "chekc")]
    public async Task A_wrong_command_line_is_refused(params string[] words) =>
        Assert.Equal(ExitCode.WrongUse, (await RunAsync("", words)).Exit);

    [Fact]
    public async Task Wrong_settings_stop_every_command_and_are_told_on_the_error_line()
    {
        var run = await RunAsync("", "locate", "Chợ Rã", "--Storage:Pth=x");

        Assert.Equal(ExitCode.WrongSettings, run.Exit);
        Assert.Contains("Storage:Path", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_does_not_start()
    {
        await using var host = await RunningHost.StartAsync();

        var second = await CommandRun.RunAsync(host.DataFolder, "", "serve", "--urls", "http://127.0.0.1:0", "--Metrics:Port=0");

        Assert.Equal(ExitCode.FolderInUse, second.Exit);
    }

    private Task<CommandRun> RunAsync(string input, params string[] words) => CommandRun.RunAsync(folder.Path, input, words);
}
