using CommunityBot.Primitives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CommunityBot.Web.Pages.Lessons;

/// <summary>The drawings of the lessons, which anybody may see.</summary>
internal static class PictureDoor
{
    public static void MapLessonPictures(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/bai/hinh/{name}.png", (string name, HttpContext context, [FromServices] IPictures pictures) =>
    {
        if (pictures.FindPng(name) is not { } png)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(png, "image/png");
    });
}
