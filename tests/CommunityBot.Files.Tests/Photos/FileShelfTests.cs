using CommunityBot.Awareness;
using CommunityBot.Files.Content;
using CommunityBot.Files.Photos;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using ImageMagick;

namespace CommunityBot.Files.Tests.Photos;

public sealed class FileShelfTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shelf-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_kept_is_found_by_its_content_also_after_a_restart()
    {
        var photo = new PreparedFile.Good(Corpus.Picture(MagickFormat.Jpeg), "image/jpeg", Corpus.Picture(MagickFormat.Jpeg, 320, 240), null);

        var hash = Shelf().Keep(photo);

        Assert.Equal(hash, Shelf().Keep(photo));
        var found = await Shelf().FindAsync($"stored:{hash}", Token);
        Assert.Equal(photo.Content.ToArray(), found!.Content.ToArray());
        Assert.Equal(("image/jpeg", $"{hash[..12]}.jpg"), (found.MimeType, found.Name));
        Assert.Equal(photo.Thumbnail!.Value.ToArray(), (await Shelf().FindThumbnailAsync($"stored:{hash}", Token))!.Content.ToArray());
    }

    [Fact]
    public async Task A_voice_note_has_no_thumbnail_and_a_removed_file_is_gone()
    {
        var hash = Shelf().Keep(new PreparedFile.Good(Corpus.Opus(), "audio/ogg", null, null));

        Assert.Null(await Shelf().FindThumbnailAsync($"stored:{hash}", Token));
        Shelf().Remove(hash);
        Shelf().Remove(hash);

        Assert.Null(await Shelf().FindAsync($"stored:{hash}", Token));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_drawing_of_the_content_comes_as_png_and_small()
    {
        var drawing = await Shelf().FindAsync("content:greeting", Token);
        var small = await Shelf().FindThumbnailAsync("content:greeting", Token);

        Assert.Equal("image/png", drawing!.MimeType);
        Assert.Equal(320u, new MagickImageInfo(small!.Content.Span).Width);
    }

    [Theory]
    [InlineData("stored:")]
    [InlineData("stored:../../etc/passwd")]
    [InlineData("stored:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("stored:ZZ00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("content:nothing")]
    [InlineData("content:../appsettings")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task A_source_that_names_nothing_of_ours_finds_nothing(string source)
    {
        Assert.Null(await Shelf().FindAsync(source, Token));
        Assert.Null(await Shelf().FindThumbnailAsync(source, Token));
    }

    private FileShelf Shelf() => new(folder, new DurableFile(new LocalDisk()), new OneDrawing(), new ContentSounds(folder, new TopicCatalogue([])));

    private sealed class OneDrawing : IPictures
    {
        public ReadOnlyMemory<byte>? FindPng(string name) => name == "greeting" ? Corpus.Picture(MagickFormat.Png) : default(ReadOnlyMemory<byte>?);
    }
}
