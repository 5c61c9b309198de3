using CommunityBot.Web.Pages.Lessons;
using CommunityBot.Web.Pages.Status;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Web;

/// <summary>The pages villagers and officers open in a browser.</summary>
public static class WebServices
{
    /// <param name="services">The host's.</param>
    /// <param name="isDemo">False: the pages of the demo have no address at all.</param>
    public static IServiceCollection AddWeb(this IServiceCollection services, bool isDemo = false)
    {
        services.AddRazorPages(pages =>
        {
            if (!isDemo)
            {
                pages.Conventions.AddFolderRouteModelConvention("/Demo", page => page.Selectors.Clear());
            }
        }).AddApplicationPart(typeof(WebServices).Assembly);
        services.AddSingleton<WrongCodeGuard>();
        return services;
    }

    public static void MapWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        endpoints.MapLessonPictures();
        endpoints.MapRazorPages().WithStaticAssets();
    }
}
