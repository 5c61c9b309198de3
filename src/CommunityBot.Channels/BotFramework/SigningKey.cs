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
        key = File.Exists(folder.Key) ? File.ReadAllBytes(folder.Key) : Create(folder, chance);

        if (key.Length != Length)
        {
            throw new InvalidDataException($"The web chat's key {folder.Key} is damaged. Delete it: everybody is signed out, nothing else is lost.");
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> text) => HMACSHA256.HashData(key, text);

    public bool Signed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        CryptographicOperations.FixedTimeEquals(Sign(text), signature);

    private static byte[] Create(ChatFolder folder, IChance chance)
    {
        var fresh = new byte[Length];
        chance.Fill(fresh);
        folder.Write(folder.Key, fresh);

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return fresh;
    }
}
