using CommunityBot.Host.Settings;

namespace CommunityBot.Host.Tests.Settings;

public sealed class SettingsCheckTests
{
    /// <summary>Where a mistake is written, and the name that must be named.</summary>
    public static TheoryData<string, string> OnTheCommandLine => new()
    {
        { "--Storage:Pth=x", "Storage:Pth" },
        { "--Storage:Paths=x", "Storage:Paths" },
        { "--Storage:Path:Deep=x", "Storage:Path" },
        { "--Storage:Path=", "Storage:Path" },
        { "--Storage:Provider=Sqlite", "Storage:Provider" },
        { "--Storage:Provider=7", "Storage:Provider" },
        { "--Storage:Provider=PostgreSql", "Storage:Provider" },
        { "--Storage:RefuseReportsBelowMegabytes=many", "Storage:RefuseReportsBelowMegabytes" },
        { "--Storage:RefuseReportsBelowMegabytes=0", "Storage:RefuseReportsBelowMegabytes" },
        { "--Storage:RefuseReportsBelowMegabytes=-5", "Storage:RefuseReportsBelowMegabytes" },
        { "--Storage:RefuseReportsBelowMegabytes=99999999999", "Storage:RefuseReportsBelowMegabytes" },
        { "--Storage:RefuseCommitsBelowMegabytes=0.5", "Storage:RefuseCommitsBelowMegabytes" },
        { "--Storage:RefuseCommitsBelowMegabytes=1000001", "Storage:RefuseCommitsBelowMegabytes" },
        { "--Storge:Path=x", "Storge" },
        { "--Store:Path=x", "Store" },
        { "--Web:PublicUrls=https://a.vn", "Web:PublicUrls" },
        { "--Web:PublicUrl=moitruong.vn", "Web:PublicUrl" },
        { "--Web:TrustedProxies:0=proxy", "Web" },
        { "--Web:TrustedProxies:0=10.0.0.0/99", "Web" },
        { "--Web:TrustProxies:0=10.0.0.1", "Web:TrustProxies" },
        { "--Web:IsHttps=true", "Web:IsHttps" },
        { "--Log:Level=Loud", "Log:Level" },
        { "--Log:KeepDays=0", "Log:KeepDays" },
        { "--Log:KeepDays=1.5", "Log:KeepDays" },
        { "--Log:Levels=Debug", "Log:Levels" },
        { "--Metrics:Port=99999", "Metrics:Port" },
        { "--Metrics:Port=-1", "Metrics:Port" },
        { "--Metrics:Port=http", "Metrics:Port" },
        { "--ConnectionStrings:Postgres=x", "ConnectionStrings:Postgres" },
        { "--Serilog:MinimumLevel=Debug", "Serilog" },
        { "--urls=http://0.0.0.0:5080", "Urls" },
        { "--urls=http://*:5080", "Urls" },
        { "--urls=http://192.168.1.5", "Urls" },
        { "--urls=http://127.0.0.1:5080;http://+:5090", "Urls" },
        { "--urls=5080", "Urls" },
        { "--Kestrel:Endpoints:Main:Url=http://0.0.0.0:80", "Urls" },
    };

    [Theory]
    [MemberData(nameof(OnTheCommandLine))]
    public void A_mistake_on_the_command_line_stops_the_start_and_is_named(string setting, string name) =>
        Assert.Contains(name, NamesOf(MistakesOf([setting])));

    [Theory]
    [InlineData("""{ "Storage": { "Pth": "x" } }""", "Storage:Pth")]
    [InlineData("""{ "Storage": "x" }""", "Storage")]
    [InlineData("""{ "Stroage": { "Path": "x" } }""", "Stroage")]
    [InlineData("""{ "MyOwn": { "Thing": 1 } }""", "MyOwn")]
    [InlineData("""{ "Web": { "TrustedProxies": ["here"] } }""", "Web")]
    public void A_mistake_in_the_file_stops_the_start_and_is_named(string file, string name) =>
        Assert.Contains(name, NamesOf(MistakesOf([], file)));

    [Theory]
    [InlineData("Storge__Path", "Storage__Path")]
    [InlineData("Storage_Path__X", null)]
    [InlineData("STORAEG__PATH", "Storage__Path")]
    [InlineData("Wbe__PublicUrl", "Web__PublicUrl")]
    [InlineData("Metric__Port", "Metrics__Port")]
    [InlineData("DB__HOST", null)]
    [InlineData("NPM_CONFIG__CACHE", null)]
    [InlineData("Storage", null)]
    public void A_slip_in_the_environment_is_caught_and_strangers_are_left_alone(string name, string? meant)
    {
        var mistakes = MistakesOf([], environment: [name]);

        if (meant is null)
        {
            Assert.Empty(mistakes);
        }
        else
        {
            Assert.Contains(meant, Assert.Single(mistakes).English, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_both_languages()
    {
        var mistakes = MistakesOf(
            ["--Storage:Pth=x", "--Log:KeepDays=0", "--urls=http://0.0.0.0:80"],
            """{ "Unheard": 1 }""",
            ["Storge__Path"]);

        Assert.Equal(["Log:KeepDays", "Storage:Pth", "Storge__Path", "Unheard", "Urls"], NamesOf(mistakes).Order(StringComparer.Ordinal));
        Assert.All(mistakes, mistake => Assert.NotEqual(mistake.English, mistake.Vietnamese));
        Assert.Contains("did you mean Storage:Path?", new SettingsException(mistakes).ForOperators(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_value_is_never_printed_because_it_may_be_a_secret()
    {
        var mistakes = MistakesOf(["--Storage:Provider=hunter2-secret", "--Log:KeepDays=hunter2-secret", "--Storage:Pth=hunter2-secret"]);

        Assert.Equal(3, mistakes.Count);
        Assert.DoesNotContain("hunter2", new SettingsException(mistakes).ForOperators(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://localhost:6000")]
    [InlineData("--urls=http://127.0.0.1:6000;http://[::1]:6000")]
    [InlineData("--urls=https://0.0.0.0:443")]
    [InlineData("--Kestrel:Endpoints:Main:Url=https://*:443")]
    [InlineData("--Web:PublicUrl=https://moitruong.example.vn")]
    [InlineData("--Web:TrustedProxies:0=10.0.0.0/24")]
    [InlineData("--Storage:provider=litedb")]
    public void Right_settings_start(string setting) => Assert.Empty(MistakesOf([setting]));

    [Fact]
    public void The_demo_stays_on_this_pc_even_with_a_certificate()
    {
        var mistakes = MistakesOf(["--urls=https://0.0.0.0:443"], mode: HostMode.Demo);

        Assert.Equal("Urls", Assert.Single(mistakes).Name);
    }

    private static IEnumerable<string> NamesOf(IEnumerable<SettingsMistake> mistakes) => mistakes.Select(mistake => mistake.Name);

    private static IReadOnlyList<SettingsMistake> MistakesOf(
        string[] settings, string? file = null, string[]? environment = null, HostMode mode = HostMode.Serve)
    {
        using var folder = new TemporaryFolder();

        if (file is not null)
        {
            folder.Write(SettingsSources.FileName, file);
        }

        try
        {
            var start = new HostStart(mode, settings) { CurrentFolder = folder.Path, EnvironmentNames = environment ?? [] };
            ((IDisposable)Program.Build(start)).Dispose();
            return [];
        }
        catch (SettingsException exception)
        {
            return exception.Mistakes;
        }
    }
}
