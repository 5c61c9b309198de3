using System.Globalization;
using Microsoft.Extensions.Options;

namespace CommunityBot.Villagers;

/// <summary>The notice a villager agrees to before their first report is sent; another wording or keeping time is another version, and is asked anew.</summary>
public sealed class ConsentNotice(IOptions<PrivacyOptions> options)
{
    private const string Wording = "2026-11";

    public int KeepMonths => options.Value.KeepMonths;

    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Wording}/{KeepMonths}");

    public bool IsAgreedBy(Villager villager) => villager.ReportConsent is { IsGiven: true } consent && consent.NoticeVersion == Version;

    public Consent Answer(bool isGiven, DateTimeOffset at, string eventId) => new(isGiven, Version, at, eventId);
}
