using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Web;

/// <summary>The pages villagers and officers open in a browser.</summary>
public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages().AddApplicationPart(typeof(WebServices).Assembly);
        return services;
    }

    public static void MapWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        endpoints.MapRazorPages().WithStaticAssets();
    }
}
