using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CommunityBot.TestKit.Telegram;

/// <summary>Decodes a call, whether it came as JSON, as a form or as a form with files.</summary>
internal static class TelegramCallReader
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    public static async Task<TelegramCall> ReadAsync(HttpContext context, long number, string method)
    {
        var request = context.Request;

        if (request.HasFormContentType)
        {
            return await ReadFormAsync(request, number, method, context.RequestAborted);
        }

        var length = (int)(request.ContentLength ?? 0);
        var body = length > 0 ? await ReadSizedAsync(request, length, context.RequestAborted) : await ReadAllAsync(request, context.RequestAborted);
        return new TelegramCall(number, method, body.Length == 0 ? Nothing : JsonDocument.Parse(body).RootElement, TelegramCall.WithoutFiles);
    }

    private static async Task<byte[]> ReadSizedAsync(HttpRequest request, int length, CancellationToken cancellationToken)
    {
        var read = await request.BodyReader.ReadAtLeastAsync(length, cancellationToken);
        var body = read.Buffer.ToArray();
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }

    private static async Task<byte[]> ReadAllAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }

    private static async Task<TelegramCall> ReadFormAsync(HttpRequest request, long number, string method, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var buffer = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();

            foreach (var (name, values) in form)
            {
                json.WritePropertyName(name);
                WriteField(json, values.ToString());
            }

            json.WriteEndObject();
        }

        var files = new Dictionary<string, TelegramUpload>();

        foreach (var file in form.Files)
        {
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, cancellationToken);
            files[file.Name] = new TelegramUpload(file.FileName, copy.ToArray());
        }

        return new TelegramCall(number, method, JsonDocument.Parse(buffer.WrittenMemory).RootElement, files);
    }

    private static void WriteField(Utf8JsonWriter json, string value)
    {
        if (value.Length > 0 && value[0] is '{' or '[')
        {
            json.WriteRawValue(value);
        }
        else if (value is "true" or "false")
        {
            json.WriteBooleanValue(value == "true");
        }
        else if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }
}
