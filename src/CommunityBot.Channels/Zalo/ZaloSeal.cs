using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityBot.Channels.Zalo;

/// <summary>Encrypts what must never lie open in the data folder, with the host's own key ring.</summary>
internal sealed class ZaloSeal(IDataProtectionProvider keys)
{
    private readonly IDataProtector protector = keys.CreateProtector("CommunityBot.Zalo");

    public string Close(string secret) => protector.Protect(secret);

    public string Close(ZaloPair pair) => Close(JsonSerializer.Serialize(pair, ZaloAccountJson.Default.ZaloPair));

    /// <summary>Null when the key ring is another one (a copied folder without its keys).</summary>
    public string? Open(string? sealedText)
    {
        try
        {
            return sealedText is null ? null : protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public ZaloPair? OpenPair(ZaloAccount? account) =>
        Open(account?.Sealed) is { } json ? JsonSerializer.Deserialize(json, ZaloAccountJson.Default.ZaloPair) : null;
}
