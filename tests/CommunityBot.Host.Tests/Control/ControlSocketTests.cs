using System.Net.Sockets;
using System.Text;
using CommunityBot.Host.Commands;
using CommunityBot.Host.Control;
using CommunityBot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Control;

public sealed class ControlSocketTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_hands_its_work_to_the_running_host()
    {
        await using var host = await HostWith(new Echo());

        var answer = await ControlClient.TryAskAsync(host.DataFolder, new ControlRequest("echo", new Dictionary<string, string> { ["word"] = "xã Chợ Rã" }), Token);

        Assert.Equal(new ControlAnswer(ExitCode.Done, "xã Chợ Rã"), answer);
    }

    [Fact]
    public async Task Only_the_owner_of_the_folder_may_speak_to_the_host()
    {
        await using var host = await HostWith(new Echo());

        var mode = OperatingSystem.IsWindows() ? (UnixFileMode)384 : File.GetUnixFileMode(ControlAddress.PathIn(host.DataFolder));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public async Task A_request_that_fails_or_makes_no_sense_gets_an_answer_and_the_next_one_works()
    {
        await using var host = await HostWith(new Echo());
        var none = new Dictionary<string, string>();

        Assert.Equal(ExitCode.Failed, (await ControlClient.TryAskAsync(host.DataFolder, new ControlRequest("echo", none), Token))!.Exit);
        Assert.Equal(ExitCode.WrongUse, (await ControlClient.TryAskAsync(host.DataFolder, new ControlRequest("dance", none), Token))!.Exit);
        Assert.Contains("Not a request", await SayAsync(host.DataFolder, "{\"action\":null}\n"), StringComparison.Ordinal);
        Assert.Contains("Not a request", await SayAsync(host.DataFolder, "hello\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_host_runs_nobody_answers()
    {
        using var folder = new TemporaryFolder();
        var request = new ControlRequest("echo", new Dictionary<string, string>());

        Assert.Null(await ControlClient.TryAskAsync(folder.Path, request, Token));
        LeaveDeadSocketIn(folder.Path);
        Assert.Null(await ControlClient.TryAskAsync(folder.Path, request, Token));
    }

    [Fact]
    public async Task The_socket_is_gone_after_the_host_has_stopped()
    {
        string path;

        await using (var host = await HostWith(new Echo()))
        {
            path = ControlAddress.PathIn(host.DataFolder);
            Assert.True(File.Exists(path));
        }

        Assert.False(File.Exists(path));
    }

    private static Task<RunningHost> HostWith(IControlAction action) =>
        RunningHost.StartAsync(HostMode.Serve, builder => builder.Services.AddSingleton(action));

    private static void LeaveDeadSocketIn(string folder)
    {
        var path = ControlAddress.PathIn(folder);
        using var listener = ControlAddress.NewSocket();
        listener.Bind(ControlAddress.EndPointIn(folder));
        Assert.True(File.Exists(path));
    }

    private static async Task<string> SayAsync(string folder, string line)
    {
        using var socket = ControlAddress.NewSocket();
        await socket.ConnectAsync(ControlAddress.EndPointIn(folder), Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes(line), SocketFlags.None, Token);
        using var reader = new StreamReader(new NetworkStream(socket));
        return await reader.ReadLineAsync(Token) ?? "";
    }

    private sealed class Echo : IControlAction
    {
        public string Name => "echo";

        public Task<ControlAnswer> RunAsync(IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
            Task.FromResult(new ControlAnswer(ExitCode.Done, arguments["word"]));
    }
}
