using CommunityBot.Host.Commands;
using CommunityBot.Host.Health;

namespace CommunityBot.Host.Control;

/// <summary>What the operator may ask of a running host: one line each.</summary>
internal static class ControlServices
{
    public static void AddOperatorControl(this IServiceCollection services)
    {
        services.AddSingleton<IControlAction, TellStanding>();
        services.AddSingleton<IControlAction, ImportBoundaries>();
        services.AddSingleton<IControlAction, DeskCode>();
        services.AddSingleton<IControlAction, ReportOnContent>();
        services.AddSingleton<IControlAction, ConnectChannel>();
        services.AddSingleton<ControlActions>();
        services.AddHostedService<ControlSocket>();
    }
}
