using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.TestKit.Telegram;
using CommunityBot.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>Plays a transcript against the whole host and writes down everything the bot did.</summary>
internal sealed partial class JourneyPlayer(JourneyHost host)
{
    private const string Printing = "máy in mã cho ";
    private const string Campaigner = "tuyên truyền viên";

    private readonly Dictionary<string, TelegramPhone> phones = [];
    private readonly Dictionary<string, WebPhone> browsers = [];
    private readonly ZaloStage? zalo = host.Zalo is null ? null : new ZaloStage(host, host.Zalo);
    private readonly Dictionary<long, string> chatNames = [];
    private readonly Dictionary<long, string> keyboards = [];
    private readonly Dictionary<(long Chat, long Message), int> seen = [];
    private readonly List<string> codes = [];
    private readonly StringBuilder played = new();
    private int seenNotices;
    private int presses;
    private string printed = "";

    public async Task<string> PlayAsync(Transcript transcript)
    {
        foreach (var step in transcript.Steps)
        {
            played.Append(step.Line).Append('\n');
            await PlayAsync(step);

            if (step.Sign is not ('#' or '@'))
            {
                await host.SettleAsync();
                WriteDown();
                await LookAtBrowsersAsync();
                LookAtZalo();
            }
        }

        return played.ToString();
    }

    private Task PlayAsync(TranscriptStep step) => step.Sign switch
    {
        '@' => Introduce(step.What),
        '…' => host.PassAsync(Transcript.Duration(step.What)),
        '~' when step.What.StartsWith(Printing, StringComparison.Ordinal) => PrintCodeAsync(step.What[Printing.Length..]),
        '~' => Troubles.HappenAsync(host, step.What),
        '>' when browsers.TryGetValue(step.Who, out var browser) => BrowseAsync(browser, Reveal(step.What)),
        '>' when zalo?.Knows(step.Who) is true => zalo.ActAsync(step.Who, Reveal(step.What)),
        '>' => ActAsync(phones.TryGetValue(step.Who, out var phone) ? phone : throw new InvalidOperationException($"Who is “{step.Who}”?"), Reveal(step.What)),
        _ => Task.CompletedTask,
    };

    /// <summary>What <c>desk code</c> prints: the script calls it "(mã)".</summary>
    private async Task PrintCodeAsync(string unit)
    {
        var invite = host.Services.GetRequiredService<InviteDesk>();
        var issued = UnitKey.TryParse(unit, out var key)
            ? await invite.ForCommuneAsync(key, CancellationToken.None)
            : unit == Campaigner ? await invite.ForCampaignerAsync(CancellationToken.None)
            : await invite.ForAdministratorAsync(CancellationToken.None);
        printed = issued.Code;
    }

    /// <summary>"bà Lường = 1001", "cán bộ Mai = trang web" or "cán bộ Hà = 2001 trong nhóm -1005".</summary>
    private Task Introduce(string who)
    {
        if (who.EndsWith(" = trang web", StringComparison.Ordinal))
        {
            browsers[who[..^" = trang web".Length]] = new WebPhone(host);
            return Task.CompletedTask;
        }

        var match = Person().Match(who);
        var name = match.Groups["name"].Value;

        if (zalo is not null && !match.Groups["group"].Success)
        {
            zalo.Introduce(name, match.Groups["id"].Value);
            return Task.CompletedTask;
        }

        var id = long.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture);
        var phone = new TelegramPhone(host.Telegram, id, name, host.Clock);

        if (match.Groups["group"] is { Success: true } group)
        {
            phone = phone.InGroup(long.Parse(group.Value, CultureInfo.InvariantCulture));
            chatNames.TryAdd(phone.ChatId, $"nhóm của {name}");
        }
        else
        {
            chatNames[phone.ChatId] = name;
        }

        phones[name] = phone;
        return Task.CompletedTask;
    }

    private static Task BrowseAsync(WebPhone browser, string what)
    {
        var match = Deed().Match(what);
        var words = match.Groups["words"].Value.Trim();
        return match.Groups["deed"].Value switch
        {
            "" => browser.SayAsync(what),
            "bấm" => browser.PressAsync(words),
            "ảnh" => browser.SendPhotoAsync(SamplePhotos.Next(), words),
            var other => throw new FormatException($"Nobody knows how to “{other}” in a browser."),
        };
    }

    private async Task LookAtBrowsersAsync()
    {
        foreach (var (name, browser) in browsers)
        {
            foreach (var bubble in await browser.LookAsync())
            {
                played.Append(Transcript.HideCodes(Transcript.Said(name, bubble), codes)).Append('\n');
            }
        }
    }

    private void LookAtZalo()
    {
        foreach (var (name, bubble) in zalo?.Look() ?? [])
        {
            played.Append(Transcript.HideCodes(Transcript.Said(name, bubble), codes)).Append('\n');
        }
    }

    private async Task ActAsync(TelegramPhone phone, string what)
    {
        var match = Deed().Match(what);
        var words = match.Success ? match.Groups["words"].Value.Trim() : what;
        var answered = match.Groups["deed"].Value.StartsWith("trả lời", StringComparison.Ordinal) ? phone.Chat.LastFromBot?.MessageId : null;
        var deed = match.Groups["deed"].Value.Replace("trả lời", "", StringComparison.Ordinal).Trim();

        await (deed switch
        {
            "" => phone.SayAsync(words, answered),
            "ảnh" => phone.SendPhotoAsync(SamplePhotos.Next(), words.Length > 0 ? words : null, answered),
            "hai lần cùng lúc" => TwiceAsync(phone.TextUpdate(words)),
            "nút đến trước" => PressFirstAsync(phone, words),
            "tệp hỏng" => phone.SendPhotoAsync([1, 2, 3, 4]),
            "ảnh tệp có vị trí" => phone.SendImageFileAsync(SamplePhotos.WithPlace(22.4561, 105.7262)),
            "tin thoại" => phone.SendVoiceAsync(SamplePhotos.Voice, replyTo: answered),
            "nhãn dán" => phone.SendStickerAsync(),
            "bấm" => PressedAsync(phone.PressUpdate(words)),
            "số của tôi" => phone.SendContactAsync(words),
            "chặn bot" => phone.BlockAsync(),
            "mở lại bot" => phone.UnblockAsync(),
            "thêm bot vào nhóm" => phone.AddBotToGroupAsync(),
            "bỏ bot khỏi nhóm" => phone.RemoveBotFromGroupAsync(),
            "sửa tin cuối" => phone.EditAsync(phone.Chat.Bubbles.Last(bubble => !bubble.IsFromBot).MessageId, words),
            var other when other.StartsWith("album ", StringComparison.Ordinal) =>
                phone.SendAlbumAsync([.. Enumerable.Range(0, Number(other)).Select(_ => SamplePhotos.Next())], words.Length > 0 ? words : null),
            var other when other.StartsWith("vị trí trực tiếp ", StringComparison.Ordinal) => LivePlaceAsync(phone, other),
            var other when other.StartsWith("vị trí ", StringComparison.Ordinal) => PlaceAsync(phone, other),
            var other when other.StartsWith("bấm khóa ", StringComparison.Ordinal) => PressKeyAsync(phone, other["bấm khóa ".Length..]),
            var other => throw new FormatException($"Nobody knows how to “{other}”."),
        });
    }

    private Task PressKeyAsync(TelegramPhone phone, string key) =>
        PressedAsync(phone.PressUpdate(phone.Chat.LastFromBot?.MessageId ?? 1, key));

    /// <summary>The same update twice at the same moment, as after a lost answer.</summary>
    private Task<int[]> TwiceAsync(string update) =>
        Task.WhenAll(host.Telegram.Delivery.PostOnceAsync(update), host.Telegram.Delivery.PostOnceAsync(update));

    /// <summary>"Gửi | chữ": the words were said first, the press arrives first.</summary>
    private async Task PressFirstAsync(TelegramPhone phone, string what)
    {
        var parts = what.Split('|', StringSplitOptions.TrimEntries);
        var words = phone.TextUpdate(parts[1]);
        await PressedAsync(phone.PressUpdate(parts[0]));
        await host.Telegram.Delivery.SendAsync(words);
    }

    /// <summary>Every press is answered beside the reply; the transcript waits for it.</summary>
    private async Task PressedAsync(string update)
    {
        presses++;
        await host.Telegram.Delivery.SendAsync(update);
        await host.Telegram.WaitUntilAsync(() => host.Telegram.CountOf("answerCallbackQuery") >= presses);
    }

    private static Task PlaceAsync(TelegramPhone phone, string what)
    {
        var numbers = Numbers(what);
        return phone.SendPlaceAsync(numbers[0], numbers[1]);
    }

    private static Task LivePlaceAsync(TelegramPhone phone, string what)
    {
        var numbers = Numbers(what);
        return phone.SendLivePlaceAsync(numbers[0], numbers[1], (int)numbers[2]);
    }

    private static List<double> Numbers(string what) => [.. Figure().Matches(what).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    private static int Number(string what) => (int)Numbers(what)[0];

    /// <summary>"BK-(1)" in the script is the first code of this journey, "MOI-(1)" the first invitation, "(mã)" what the machine printed, "(phiếu)" the first code inside a button's key.</summary>
    private string Reveal(string what) => HiddenCode()
        .Replace(what, match => codes.Where(code => code.StartsWith(match.Groups[1].Value, StringComparison.Ordinal)).ElementAt(int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) - 1))
        .Replace("(mã)", printed, StringComparison.Ordinal)
        .Replace("(phiếu)", TicketId.TryParse(codes.Find(code => code.StartsWith("BK", StringComparison.Ordinal)), out var ticket) ? ticket.Code : "", StringComparison.Ordinal);

    private void WriteDown()
    {
        foreach (var (chat, name) in chatNames)
        {
            foreach (var bubble in host.Telegram.Chats[chat].FromBot)
            {
                if (seen.TryGetValue((chat, bubble.MessageId), out var edits) && edits == bubble.Edits)
                {
                    continue;
                }

                var isEdit = !seen.TryAdd((chat, bubble.MessageId), bubble.Edits);
                seen[(chat, bubble.MessageId)] = bubble.Edits;
                played.Append(Transcript.HideCodes(Transcript.Said(name + (isEdit ? " (sửa)" : ""), Show(bubble)), codes)).Append('\n');
            }
        }

        foreach (var (chat, name) in chatNames)
        {
            var keyboard = string.Join(' ', (host.Telegram.Chats[chat].Keyboard ?? []).SelectMany(row => row).Select(key => $"[{key}]"));

            if (keyboard != keyboards.GetValueOrDefault(chat, ""))
            {
                keyboards[chat] = keyboard;
                played.Append(Transcript.Said(name, keyboard.Length > 0 ? $"(bàn phím) {keyboard}" : "(cất bàn phím)")).Append('\n');
            }
        }

        foreach (var notice in host.Telegram.Chats.Notices.Skip(seenNotices))
        {
            played.Append(Transcript.HideCodes(Transcript.Said("nút vừa bấm", notice), codes)).Append('\n');
        }

        seenNotices = host.Telegram.Chats.Notices.Count;
    }

    private static string Show(TelegramBubble bubble)
    {
        var words = string.Join(' ', [.. bubble.Marks, .. bubble.Text.Length > 0 ? [bubble.Text] : Array.Empty<string>()]);
        return words + string.Concat(bubble.Buttons.Select(row => "\n" + string.Join(' ', row.Select(button => $"[{button.Label}]"))));
    }

    [GeneratedRegex("^(?<name>.+?) = (?<id>[0-9]+)( trong nhóm (?<group>-[0-9]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex("^\\[(?<deed>[^\\]]*)\\](?<words>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Deed();

    [GeneratedRegex("-?[0-9]+(\\.[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex("(BK|MOI)-\\(([0-9]+)\\)", RegexOptions.CultureInvariant)]
    private static partial Regex HiddenCode();
}
