using System.Globalization;
using System.Text.RegularExpressions;
using CommunityBot.TestKit.Zalo;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>The villagers of a journey who use Zalo: they do what the script says, as far as Zalo can.</summary>
internal sealed partial class ZaloStage(JourneyHost host, FakeZalo zalo)
{
    /// <summary>Pictures within five seconds are one answer, so the answer comes a little later.</summary>
    private static readonly TimeSpan AlbumSettles = TimeSpan.FromSeconds(6);

    private readonly Dictionary<string, ZaloPhone> people = [];
    private readonly Dictionary<string, int> seen = [];

    public bool Knows(string name) => people.ContainsKey(name);

    public void Introduce(string name, string user) => people[name] = new ZaloPhone(zalo, user, host.Clock);

    public async Task ActAsync(string name, string what)
    {
        var phone = people[name];
        var match = Deed().Match(what);
        var words = match.Groups["words"].Value.Trim();
        var deed = match.Groups["deed"].Value;

        switch (deed)
        {
            case "":
                await phone.SayAsync(what);
                break;
            case "bấm":
                await phone.PressAsync(words);
                break;
            case "ảnh":
                await PhotosAsync(phone, 1, words);
                break;
            case "tin thoại":
                await phone.SendVoiceAsync(SamplePhotos.Voice);
                break;
            case "nhãn dán":
                await phone.SendStickerAsync();
                break;
            case "số của tôi":
                await phone.SubmitInfoAsync(name, words);
                break;
            case "chặn bot":
                await phone.FollowAsync(follows: false);
                break;
            case "mở lại bot":
                await phone.FollowAsync();
                break;
            case var _ when deed.StartsWith("bấm khóa ", StringComparison.Ordinal):
                await phone.SayAsync("#c:" + deed["bấm khóa ".Length..]);
                break;
            case var _ when deed.StartsWith("album ", StringComparison.Ordinal):
                await PhotosAsync(phone, int.Parse(deed["album ".Length..], CultureInfo.InvariantCulture), words);
                break;
            case var _ when deed.StartsWith("vị trí ", StringComparison.Ordinal):
                var numbers = deed["vị trí ".Length..].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
                await phone.SendPlaceAsync(double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
                break;
            default:
                throw new FormatException($"Nobody knows how to “{deed}” on Zalo.");
        }
    }

    /// <summary>What everybody's phone shows that it did not show before.</summary>
    public IEnumerable<(string Name, string Bubble)> Look()
    {
        foreach (var (name, phone) in people)
        {
            var bubbles = phone.Chat.FromBot;

            foreach (var bubble in bubbles.Skip(seen.GetValueOrDefault(name)))
            {
                yield return ($"{name} (Zalo)", bubble.ToString());
            }

            seen[name] = bubbles.Count;
        }
    }

    private async Task PhotosAsync(ZaloPhone phone, int count, string words)
    {
        await phone.SendPhotosAsync([.. Enumerable.Range(0, count).Select(_ => SamplePhotos.Next())], words.Length > 0 ? words : null);
        await host.SettleAsync();
        await host.PassAsync(AlbumSettles);
    }

    [GeneratedRegex("^\\[(?<deed>[^\\]]*)\\](?<words>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Deed();
}
