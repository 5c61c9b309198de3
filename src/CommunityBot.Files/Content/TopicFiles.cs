using CommunityBot.Awareness;
using CommunityBot.Phrases;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>topics/NAME/topic.md</c> and its translations: what villagers can learn.</summary>
internal sealed class TopicFiles(ContentFolder folder, ContentShelf shelf, IReadOnlyCollection<string> areas, ContentNotes notes)
{
    private const string Folder = "topics";
    private const string Fence = "---";
    private const int MostTopics = 100;

    /// <summary>Topic and card stand together in the key of a button, which has 64 bytes.</summary>
    private const int LongestKey = 24;

    private readonly List<WrittenCard> cards = [];
    private readonly QuizFiles quizzes = new(folder, shelf, notes);

    /// <summary>Every card of every language, with the place where it is written.</summary>
    public IReadOnlyList<WrittenCard> Cards => cards;

    public TopicCatalogue Read(OfferedLanguages languages)
    {
        var places = folder.Folders(Folder);
        var topics = places.Select(ReadVietnamese).OfType<OrderedTopic>()
            .OrderBy(one => one.Order).ThenBy(one => one.Topic.Key, StringComparer.Ordinal)
            .Select(one => one.Topic).ToList();
        var translations = Translations(places, topics);
        CheckLinks();
        return new TopicCatalogue(topics, translations.Where(one => languages.Find(one.Key) is not null).ToDictionary(StringComparer.Ordinal));
    }

    private OrderedTopic? ReadVietnamese(string place)
    {
        var file = $"{place}/topic.md";

        if (folder.ReadText(file) is not { } text || HeadOf(text, file) is not { } head)
        {
            return null;
        }

        var topic = new Topic
        {
            Key = KeyOf(place),
            Title = head.Form.Text("title", 60),
            ButtonLabel = head.Form.Text("button", Topic.LongestButton),
            Areas = AreasOf(head.Form),
            Sources = [.. head.Form.FullList("sources").Select(source => source.Text)],
            CheckedOn = head.Form.CheckedOn(),
            Reviews = ReviewsOf(head.Form),
            Cards = CardsOf(new CardSource(KeyOf(place), Languages.Vietnamese, file, head.BodyLine), head.Body),
            Quizzes = quizzes.Read($"{place}/quiz.yaml", Languages.Vietnamese),
        };
        var order = head.Form.WholeNumber("order", 1, MostTopics);
        head.Form.NothingElse();

        if (topic.Key.Length > LongestKey)
        {
            notes.Mistake(place, 0, $"tên thư mục dài {topic.Key.Length} chữ, chỉ được nhiều nhất {LongestKey}.");
        }

        return new OrderedTopic(order, topic);
    }

    private Dictionary<string, IReadOnlyList<Topic>> Translations(IReadOnlyList<string> places, List<Topic> topics) => Languages.Others
        .Select(language => (Language: language, Topics: (IReadOnlyList<Topic>)[.. places.Select(place => ReadTranslation(place, language, topics)).OfType<Topic>()]))
        .Where(one => one.Topics.Count > 0)
        .ToDictionary(one => one.Language, one => one.Topics, StringComparer.Ordinal);

    private Topic? ReadTranslation(string place, string language, List<Topic> topics)
    {
        var file = $"{place}/topic.{language}.md";

        if (!folder.Has(file) || topics.Find(topic => topic.Key == KeyOf(place)) is not { } original
            || folder.ReadText(file) is not { } text || HeadOf(text, file) is not { } head)
        {
            return null;
        }

        var topic = original with
        {
            Title = head.Form.Text("title", 60),
            ButtonLabel = head.Form.Text("button", Topic.LongestButton),
            Cards = CardsOf(new CardSource(original.Key, language, file, head.BodyLine), head.Body),
            Quizzes = folder.Has($"{place}/quiz.{language}.yaml") ? quizzes.Read($"{place}/quiz.{language}.yaml", language) : [],
        };
        head.Form.NothingElse();

        foreach (var card in cards.Where(card => card.File == file && original.FindCard(card.Card.Id) is null))
        {
            notes.Mistake(file, card.Line, $"thẻ \"{card.Card.Id}\" không có trong topic.md. Tên riêng phải giống hệt bên tiếng Việt.");
        }

        return topic;
    }

    private IReadOnlyList<TopicCard> CardsOf(CardSource source, string body)
    {
        var written = new CardReader(source, shelf, notes).Read(body);
        cards.AddRange(written);
        return [.. written.Select(one => one.Card)];
    }

    private List<string> AreasOf(YamlForm form)
    {
        var named = form.FullList("areas");

        foreach (var (area, _) in named.Where(area => areas.Count > 0 && !areas.Contains(area.Text)))
        {
            form.Mistake("areas", $"kế hoạch không có mảng \"{area}\": {string.Join(", ", areas)}.{NearestName.Hint(area, areas)}");
        }

        return [.. named.Select(area => area.Text)];
    }

    private static Dictionary<ReviewField, string> ReviewsOf(YamlForm form)
    {
        if (form.OptionalForm("reviewed_by") is not { } signed)
        {
            return [];
        }

        var reviews = ReviewFields.Names
            .Select(field => (Field: field.Value, Who: signed.OptionalText(field.Key, 120)))
            .Where(one => one.Who is not null)
            .ToDictionary(one => one.Field, one => one.Who!);
        signed.NothingElse();
        return reviews;
    }

    private void CheckLinks()
    {
        foreach (var card in cards)
        {
            if (card.Card.More is { } link && !cards.Exists(other => other.Link == link))
            {
                notes.Mistake(card.File, card.Line, $"không có thẻ \"{link}\" để xem thêm.{NearestName.Hint(link.ToString(), cards.Select(other => other.Link.ToString()))}");
            }
        }
    }

    /// <summary>The lines between the two fences, and the rest with the line it begins on.</summary>
    private Head? HeadOf(string text, string file)
    {
        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);

        if (lines[0].TrimEnd() != Fence || end < 0)
        {
            notes.Mistake(file, 1, "đầu tệp phải có phần giới thiệu nằm giữa hai dòng \"---\".");
            return null;
        }

        var form = YamlFile.Read(string.Join('\n', lines[1..end]), file, 2, notes);
        return form is null ? null : new Head(form, string.Join('\n', lines[(end + 1)..]), end + 2);
    }

    private static string KeyOf(string place) => place[(Folder.Length + 1)..];

    private sealed record Head(YamlForm Form, string Body, int BodyLine);

    private sealed record OrderedTopic(int Order, Topic Topic);
}
