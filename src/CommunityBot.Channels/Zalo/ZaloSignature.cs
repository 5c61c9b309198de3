using System.Security.Cryptography;
using System.Text;
using CommunityBot.Channels.Zalo.Wire;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Believes only what Zalo signed: the plain SHA-256 of app id, the bytes as they came, their time and the OA secret key.</summary>
internal sealed class ZaloSignature(IOptions<ZaloOptions> options)
{
    private const string Prefix = "mac=";

    private readonly byte[] secret = Encoding.UTF8.GetBytes(options.Value.OaSecretKey!);
    private readonly byte[] appId = Encoding.UTF8.GetBytes(options.Value.AppId!);
    private readonly byte[] oaId = Encoding.UTF8.GetBytes(options.Value.OaId!);

    /// <summary>The first term that fits ("app_id", "oa_id"), or null for a stranger. Events without time or app id are strangers.</summary>
    public string? Verify(ReadOnlySpan<byte> body, ZaloEvent heard, string? header)
    {
        Span<byte> shown = stackalloc byte[SHA256.HashSizeInBytes];

        if (heard.Timestamp is not { Length: > 0 } time || heard.AppId != options.Value.AppId || !TryRead(header, shown))
        {
            return null;
        }

        // Both are always computed, so that the time taken tells nothing.
        var timestamp = Encoding.UTF8.GetBytes(time);
        var isApp = Fits(appId, body, timestamp, shown);
        var isOa = Fits(oaId, body, timestamp, shown);
        return isApp && options.Value.TakesAppIdFirst ? "app_id" : isOa && options.Value.TakesOaIdFirst ? "oa_id" : null;
    }

    private static bool TryRead(string? header, Span<byte> hash)
    {
        var hex = (header ?? "").AsSpan().Trim();
        hex = hex.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? hex[Prefix.Length..] : hex;
        return hex.Length == hash.Length * 2 && Convert.FromHexString(hex, hash, out _, out _) == System.Buffers.OperationStatus.Done;
    }

    private bool Fits(byte[] first, ReadOnlySpan<byte> body, byte[] timestamp, ReadOnlySpan<byte> shown)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(first);
        hash.AppendData(body);
        hash.AppendData(timestamp);
        hash.AppendData(secret);
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(expected);
        return CryptographicOperations.FixedTimeEquals(expected, shown);
    }
}
