using CommunityBot.Awareness;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>topics/NAME/topic.md</c> and <c>quiz.yaml</c>: what villagers can learn.</summary>
internal sealed class TopicFiles(ContentFolder folder, PictureFolder pictures, ContentNotes notes)
{
    private const string Folder = "topics";
    private const string Fence = "---";
    private const int MostTopics = 100;

    public IReadOnlyList<Topic> Read()
    {
        var topics = new List<(int Order, Topic Topic)>();

        foreach (var place in folder.Folders(Folder))
        {
            if (ReadTopic(place) is { } topic)
            {
                topics.Add(topic);
            }
        }

        return [.. topics.OrderBy(one => one.Order).ThenBy(one => one.Topic.Key, StringComparer.Ordinal).Select(one => one.Topic)];
    }

    private (int Order, Topic Topic)? ReadTopic(string place)
    {
        var file = $"{place}/topic.md";

        if (folder.ReadText(file) is not { } text || HeadOf(text, file) is not var (head, body, bodyLine))
        {
            return null;
        }

        var topic = new Topic(
            place[(Folder.Length + 1)..],
            head.Text("title", 60),
            head.Text("button", Topic.LongestButton),
            new CardReader(file, bodyLine, pictures, notes).Read(body),
            ReadQuiz($"{place}/quiz.yaml"),
            [.. head.FullList("sources").Select(source => source.Text)],
            head.Date("checked_on"),
            head.Text("reviewed_by"));
        var order = head.WholeNumber("order", 1, MostTopics);
        head.NothingElse();
        return (order, topic);
    }

    /// <summary>The lines between the two fences, and the rest with the line it begins on.</summary>
    private (YamlForm Head, string Body, int BodyLine)? HeadOf(string text, string file)
    {
        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);

        if (lines[0].TrimEnd() != Fence || end < 0)
        {
            notes.Mistake(file, 1, "đầu tệp phải có phần giới thiệu nằm giữa hai dòng \"---\".");
            return null;
        }

        var head = YamlFile.Read(string.Join('\n', lines[1..end]), file, 2, notes);
        return head is null ? null : (head, string.Join('\n', lines[(end + 1)..]), end + 2);
    }

    private List<QuizQuestion> ReadQuiz(string file)
    {
        if (folder.ReadText(file) is not { } text || YamlFile.Read(text, file, 1, notes) is not { } form)
        {
            return [];
        }

        var questions = form.Forms("questions").Select(ReadQuestion).ToList();
        form.NothingElse();

        if (questions.Count != 3)
        {
            form.Mistake("questions", $"mỗi chủ đề có đúng 3 câu hỏi, ở đây có {questions.Count}.");
        }

        return questions;
    }

    private static QuizQuestion ReadQuestion(YamlForm form)
    {
        var choices = form.FullList("choices");
        var question = new QuizQuestion(
            form.Text("question", 160),
            [.. choices.Select(choice => choice.Text)],
            form.WholeNumber("right", 1, Math.Max(1, choices.Count)) - 1,
            form.Text("explanation", 240));
        form.NothingElse();

        if (choices.Count is < 2 or > 4)
        {
            form.Mistake("choices", $"mỗi câu hỏi có 2 đến 4 câu trả lời, ở đây có {choices.Count}.");
        }

        if (question.Question.Length + question.Choices.Sum(choice => choice.Length + 4) > Topic.LongestMessage)
        {
            form.Mistake("question", $"câu hỏi và các câu trả lời dài quá {Topic.LongestMessage} chữ.");
        }

        return question;
    }
}
