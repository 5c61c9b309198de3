namespace CommunityBot.Settings;

/// <summary>Marks a setting (a token, a password) whose value is never printed and is blacked out wherever a log line would carry it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
