using CommunityBot.Messages;
using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Channels.Tests.Telegram;

public sealed class TelegramDownloadTests
{
    [Fact]
    public async Task A_photo_is_fetched_with_the_recorded_calls()
    {
        await using var bench = await TelegramBench.StartAsync();
        var id = bench.Fake.Files.Put([1, 2, 3]);
        bench.Fake.Faults.Next("getFile", TelegramFault.Raw(200, Sample.Text("response.getFile").Replace("photos/file_12.jpg", $"photos/{id}.jpg", StringComparison.Ordinal)));
        bench.Fake.Faults.Next("getFile", TelegramFault.Raw(200, Sample.Text("response.getFile.local_mode").Replace("file_12", id, StringComparison.Ordinal).Replace("7000000001:AAdemo/", "", StringComparison.Ordinal)));

        var fetched = await FetchAsync(bench, "AgACAgUAAxkBAAIA1y");
        Assert.Equal([1, 2, 3], Assert.IsType<FetchedFile.Bytes>(fetched).Content.ToArray());
        Sample.AssertSame(Sample.Json("request.getFile"), bench.Fake.CallsOf("getFile").Single().Body);

        // A local server that lies on another machine: the path is asked for over the line like any other.
        Assert.IsType<FetchedFile.Bytes>(await FetchAsync(bench, "AgACAgUAAxkBAAIA1y"));
    }

    [Fact]
    public async Task A_file_larger_than_allowed_is_too_big_whatever_was_claimed()
    {
        await using var bench = await TelegramBench.StartAsync();
        var id = bench.Fake.Files.Put(new byte[2_000]);
        bench.Fake.Faults.Next("getFile", TelegramFault.Raw(200, $$$"""{"ok":true,"result":{"file_id":"{{{id}}}","file_unique_id":"u","file_size":10,"file_path":"photos/{{{id}}}.jpg"}}"""));

        Assert.IsType<FetchedFile.TooBig>(await FetchAsync(bench, id, limit: 1_000));
        Assert.IsType<FetchedFile.TooBig>(await FetchAsync(bench, id, limit: 1_000));
        bench.Fake.Faults.Next("getFile", TelegramFault.Raw(400, Sample.Text("error.400.file_too_big")));
        Assert.IsType<FetchedFile.TooBig>(await FetchAsync(bench, id));
        Assert.IsType<FetchedFile.TooBig>(await bench.Channel.FetchAsync(
            new IncomingFile { Kind = FileKind.Document, FetchId = id, Size = 52428800 }, 20_000_000, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_is_gone_or_comes_later()
    {
        await using var bench = await TelegramBench.StartAsync();
        var id = bench.Fake.Files.Put(new byte[2_000]);

        Assert.IsType<FetchedFile.Gone>(await FetchAsync(bench, "unknown"));
        bench.Fake.Files.CutsDownloadAfter = 500;
        Assert.IsType<FetchedFile.TryLater>(await FetchAsync(bench, id));
        bench.Fake.Files.CutsDownloadAfter = null;
        bench.Fake.Faults.Next("getFile", TelegramFault.BadGateway);
        Assert.IsType<FetchedFile.TryLater>(await FetchAsync(bench, id));
        Assert.IsType<FetchedFile.Bytes>(await FetchAsync(bench, id));
    }

    private static Task<FetchedFile> FetchAsync(TelegramBench bench, string id, long limit = 20_000_000) =>
        bench.Channel.FetchAsync(new IncomingFile { Kind = FileKind.Photo, FetchId = id }, limit, TestContext.Current.CancellationToken);
}
