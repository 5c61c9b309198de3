namespace CommunityBot.Host.Control;

/// <summary>What the operator may ask of a running host.</summary>
internal static class ControlServices
{
    public static void AddOperatorControl(this IServiceCollection services)
    {
        services.AddSingleton<ControlActions>();
        services.AddHostedService<ControlSocket>();
    }
}
