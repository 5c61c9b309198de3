namespace CommunityBot.Villagers;

/// <summary>Reads the phone number somebody typed: spaces, dots and +84 are forgiven.</summary>
public static class PhoneNumbers
{
    /// <summary>"0912345678", or null when the text holds no Vietnamese number.</summary>
    public static string? Find(string text)
    {
        if (text.Length > 60)
        {
            return null;
        }

        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        var local = digits.StartsWith("84", StringComparison.Ordinal) && digits.Length is 11 or 12 ? "0" + digits[2..] : digits;
        return local.StartsWith('0') && local.Length is 10 or 11 ? local : null;
    }
}
