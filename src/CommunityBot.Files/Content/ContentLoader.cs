using CommunityBot.Awareness;
using CommunityBot.Files.Pictures;
using CommunityBot.Phrases;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Reads the content folder as a whole and notes every mistake in it.</summary>
internal static class ContentLoader
{
    public static LoadedContent Load(string path)
    {
        var notes = new ContentNotes();
        var folder = new ContentFolder(path, notes);

        if (!folder.Exists)
        {
            notes.Mistake(path, 0, "không có thư mục nội dung này.");
        }

        var pictures = new PictureFolder(folder, notes);
        var vocabularyFiles = new VocabularyFiles(folder, notes);
        vocabularyFiles.ReadShortForms();
        var vocabulary = vocabularyFiles.Read();
        var examples = new ExampleFiles(folder, notes).Read();
        var languages = LanguageFiles.Read(folder, notes);
        var plans = new PlanFiles(folder, notes).Read();
        var areas = plans.All.SelectMany(plan => plan.Areas).Select(area => area.Key).ToHashSet(StringComparer.Ordinal);
        var facts = FactFiles.Read(folder, notes);
        var audio = new AudioFolder(folder, notes);
        var topicFiles = new TopicFiles(folder, new ContentShelf(pictures, facts, audio), areas, notes);
        var topics = topicFiles.Read(languages);
        var categories = new CategoryFiles(folder, pictures, vocabularyFiles.Reader, notes).Read();
        var outcomes = OutcomeFiles.Read(folder, notes);
        var contacts = ContactFiles.Read(folder, notes);
        var phrases = PhraseFiles.Read(folder, notes);
        var translations = PhraseFiles.ReadTranslations([.. phrases, .. CategoryFiles.Names(categories)], folder, notes);
        vocabularyFiles.CheckKeys([.. categories.All.Select(category => category.Key)]);
        audio.CheckOwners();
        pictures.CheckDrawings();

        return new LoadedContent(
            topics,
            topicFiles.Cards,
            plans,
            facts,
            categories,
            outcomes,
            contacts,
            new Phrasebook(phrases, translations.Where(one => languages.Find(one.Key) is not null).ToDictionary(StringComparer.Ordinal)),
            translations,
            languages,
            vocabulary,
            examples,
            new ContentPictures(path, pictures.Files),
            notes.Dates,
            notes.Findings);
    }
}
