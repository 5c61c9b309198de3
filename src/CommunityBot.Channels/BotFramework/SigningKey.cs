using System.Security.Cryptography;
using CommunityBot.Primitives;

namespace CommunityBot.Channels.BotFramework;

/// <summary>The key that signs tokens, cookies and picture links; it lives in the data folder, so officers stay signed in over a restart.</summary>
internal sealed class SigningKey
{
    private const int Length = 32;

    private readonly byte[] key;

    public SigningKey(ChatFolder folder, IChance chance)
    {
        var path = Path.Combine(folder.Path, "signing.key");
        key = File.Exists(path) ? File.ReadAllBytes(path) : Create(path, chance);

        if (key.Length != Length)
        {
            throw new InvalidDataException($"The web chat's key {path} is damaged. Delete it: everybody is signed out, nothing else is lost.");
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> text) => HMACSHA256.HashData(key, text);

    public bool Signed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        CryptographicOperations.FixedTimeEquals(Sign(text), signature);

    private static byte[] Create(string path, IChance chance)
    {
        var fresh = new byte[Length];
        chance.Fill(fresh);
        ChatFolder.Write(path, fresh);

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return fresh;
    }
}
