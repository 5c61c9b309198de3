using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.News;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Villagers;

/// <summary>Hands a villager a copy of everything kept about them, as a file; our own copy of the file goes after a day.</summary>
public sealed class ExportVillager(IKeptFiles files, EraseLater eraseLater)
{
    private static readonly TimeSpan FileStays = TimeSpan.FromDays(1);

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The source of the file to send.</summary>
    public async Task<string> RunAsync(Work work, Villager villager, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(content, Readable))
        {
            json.WriteStartObject();
            WriteVillager(json, villager);
            await WriteNewsAsync(json, work, villager.Conversation, cancellationToken);
            await WriteTicketsAsync(json, work, villager.Conversation, cancellationToken);
            await WriteQuestionsAsync(json, work, villager.Conversation, cancellationToken);
            json.WriteEndObject();
        }

        var hash = files.Keep(new PreparedFile.Good(content.WrittenMemory, "application/json", null, null));
        eraseLater.Run(work, FileStays, erasure => erasure with { Files = [hash] });
        return $"stored:{hash}";
    }

    private static void WriteVillager(Utf8JsonWriter json, Villager villager)
    {
        json.WriteString("kênh", villager.Conversation.Channel);
        json.WriteString("tài khoản", villager.Conversation.Address);
        json.WriteString("cách xưng hô", villager.Address);
        json.WriteString("ngôn ngữ", villager.Language);
        json.WriteString("tên", villager.Name);
        json.WriteString("số điện thoại", villager.Phone);
        WriteConsent(json, "đồng ý lưu khi báo việc", villager.ReportConsent);

        if (villager.LastPlace is { } place)
        {
            json.WriteStartObject("nơi báo gần nhất");
            json.WriteString("mã xã", place.Commune.ToString());
            json.WriteString("thôn", place.Village);
            WritePoint(json, place.Point);
            json.WriteEndObject();
        }
    }

    private static void WriteConsent(Utf8JsonWriter json, string name, Consent? consent)
    {
        if (consent is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteBoolean("đồng ý", consent.IsGiven);
        json.WriteString("bản thông báo", consent.NoticeVersion);
        json.WriteString("lúc", VietnamTime.InVietnam(consent.At));
        json.WriteString("tin nhắn", consent.EventId);
        json.WriteEndObject();
    }

    private static async Task WriteNewsAsync(Utf8JsonWriter json, Work work, ConversationKey villager, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Subscription.Kind, villager.ToString(), cancellationToken) is { } subscription)
        {
            json.WriteStartObject("nhận tin");
            json.WriteString("mã xã", subscription.Commune?.ToString());
            json.WriteString("thôn", subscription.Village);
            json.WriteString("chủ đề", string.Join(", ", subscription.Topics));
            json.WriteString("ngôn ngữ", subscription.Language);
            WriteConsent(json, "đồng ý", subscription.Consent);
            json.WriteString("dừng lúc", subscription.StoppedAt is { } at ? $"{VietnamTime.InVietnam(at):O}" : null);
            json.WriteEndObject();
        }

        json.WriteStartArray("chờ báo có nước");

        foreach (var document in await work.Store.ListAsync(OutageFollower.Of(villager), cancellationToken))
        {
            json.WriteStringValue(OutageFollower.Kind.Read(document).Commune.ToString());
        }

        json.WriteEndArray();
    }

    private static async Task WriteTicketsAsync(Utf8JsonWriter json, Work work, ConversationKey villager, CancellationToken cancellationToken)
    {
        json.WriteStartArray("việc đã báo");

        foreach (var document in await work.Store.ListAsync(ForgetVillager.OwnTickets(villager) with { Descending = true }, cancellationToken))
        {
            WriteTicket(json, Ticket.Kind.Read(document));
        }

        json.WriteEndArray();
    }

    private static void WriteTicket(Utf8JsonWriter json, Ticket ticket)
    {
        json.WriteStartObject();
        json.WriteString("mã", ticket.Id.ToString());
        json.WriteString("lúc", VietnamTime.InVietnam(ticket.ReceivedAt));
        json.WriteString("loại", ticket.Category);
        json.WriteString("trạng thái", ticket.Status.ToString());
        json.WriteString("lời kể", ticket.Words);
        json.WriteString("ai gây ra", ticket.Culprit);
        json.WriteString("tên", ticket.Reporter.Name);
        json.WriteString("số điện thoại", ticket.Reporter.Phone);
        json.WriteString("báo giúp", ticket.Reporter.ForSomebodyElse);
        json.WriteString("thôn", ticket.Place.Village);
        json.WriteString("mã xã", ticket.Place.Commune?.ToString());
        WritePoint(json, ticket.Place.Point);
        json.WriteNumber("số ảnh và lời nói", ticket.Files.Count);
        json.WriteEndObject();
    }

    private static async Task WriteQuestionsAsync(Utf8JsonWriter json, Work work, ConversationKey villager, CancellationToken cancellationToken)
    {
        json.WriteStartArray("hỏi cán bộ");

        foreach (var document in await work.Store.ListAsync(Handover.Of(villager), cancellationToken))
        {
            foreach (var line in Handover.Kind.Read(document).Lines)
            {
                json.WriteStartObject();
                json.WriteString("lúc", VietnamTime.InVietnam(line.At));
                json.WriteString("ai nói", line.Officer is null ? "bà con" : "cán bộ");
                json.WriteString("lời", line.Words);
                json.WriteNumber("số ảnh và lời nói", line.Files.Count);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WritePoint(Utf8JsonWriter json, GeoPoint? point)
    {
        if (point is { } here)
        {
            json.WriteNumber("vĩ độ", here.Latitude);
            json.WriteNumber("kinh độ", here.Longitude);
        }
    }
}
