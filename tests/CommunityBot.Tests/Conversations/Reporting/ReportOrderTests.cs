using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;

namespace CommunityBot.Tests.Conversations.Reporting;

/// <summary>Whatever comes first, the bot asks only for what is missing.</summary>
public sealed class ReportOrderTests
{
    private enum Piece
    {
        Kind,
        Photo,
        Place,
        Voice,
    }

    public static TheoryData<string> Orders() => [.. Permutations(["Kind", "Photo", "Place", "Voice"]).Select(order => string.Join(' ', order))];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_order_of_the_pieces_becomes_the_same_report(string order)
    {
        await using var bench = new ConversationBench();
        var luong = bench.Villager("bà Lường");

        foreach (var piece in order.Split(' ').Select(Enum.Parse<Piece>))
        {
            await SendAsync(luong, piece);
        }

        Assert.True(luong.CanPress("Gửi"), bench.Transcript.ToString());
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Đồng ý, gửi");

        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Equal(2, ticket.Files.Count);
        Assert.Equal("broken_tap", ticket.Category);
        Assert.Equal("2025-01912", ticket.Place.Commune?.ToString());
        Assert.Empty(bench.Trouble.Entries);
    }

    private static Task SendAsync(Talker talker, Piece piece) => piece switch
    {
        Piece.Kind => talker.SaysAsync("vòi nước bị hỏng"),
        Piece.Photo => talker.SendsPhotoAsync(),
        Piece.Place => talker.SaysAsync("thôn Nà Mu xã Chợ Rã"),
        Piece.Voice => talker.SendsVoiceAsync(TimeSpan.FromSeconds(23)),
    };

    private static IEnumerable<IEnumerable<string>> Permutations(string[] pieces) => pieces.Length <= 1
        ? [pieces]
        : pieces.SelectMany((piece, at) => Permutations([.. pieces[..at], .. pieces[(at + 1)..]]).Select(rest => rest.Prepend(piece)));
}
