using System.ComponentModel.DataAnnotations;
using CommunityBot.Host.Logging;
using CommunityBot.Settings;
using CommunityBot.Storage;

namespace CommunityBot.Host.Settings;

/// <summary>The settings that belong to no single feature.</summary>
internal static class HostSettings
{
    public static void AddHostSettings(this IServiceCollection services)
    {
        services.AddSettings<StoreOptions>("Storage");
        services.AddSettings<ContentOptions>("Content");
        services.AddSettings<ConnectionOptions>("ConnectionStrings");
        services.AddSettings<WebOptions>("Web").Validate(
            options => options.TrustedProxies.All(TrustedProxies.IsAddress),
            "Web:TrustedProxies must be addresses (10.0.0.5) or networks (10.0.0.0/24). / Web:TrustedProxies phải là địa chỉ (10.0.0.5) hoặc dải mạng (10.0.0.0/24).");
        services.AddSettings<LogOptions>("Log");
        services.AddSettings<MetricsOptions>("Metrics");
        services.AddSettings<DemoOptions>("Demo");
        services.AddSingleton<SettingSecrets>();
    }
}

/// <summary>Addresses of databases. Section <c>ConnectionStrings</c>.</summary>
internal sealed class ConnectionOptions
{
    /// <summary>For the PostgreSQL store, once there is one.</summary>
    [Secret]
    public string? PostgreSql { get; init; }
}
