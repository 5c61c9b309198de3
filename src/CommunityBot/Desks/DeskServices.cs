using CommunityBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Desks;

/// <summary>Wires desks, officers and the codes that link them.</summary>
public static class DeskServices
{
    public static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSettings<DeskOptions>("Desks");
        services.AddKind(CommuneDesk.Kind);
        services.AddKind(Officer.Kind);
        services.AddKind(Invitation.Kind);
        services.AddKind(WrongCodes.Kind);
        services.AddSingleton<InviteDesk>();
        services.AddSingleton<UseInvitation>();
        return services;
    }
}
