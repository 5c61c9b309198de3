using CommunityBot.Awareness;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>quiz.yaml</c> beside a topic: sets of three to five questions.</summary>
internal sealed class QuizFiles(ContentFolder folder, ContentShelf shelf, ContentNotes notes)
{
    /// <summary>With "Về đầu" six buttons.</summary>
    private const int MostSets = 5;

    private const int FewestQuestions = 3;
    private const int MostQuestions = 5;

    /// <summary>The sets of a file; a topic without the file has no quiz.</summary>
    public IReadOnlyList<QuizSet> Read(string file, string language)
    {
        if (!folder.Has(file) || folder.ReadText(file) is not { } text || YamlFile.Read(text, file, 1, notes) is not { } form)
        {
            return [];
        }

        var sets = form.Forms("sets").Select(set => ReadSet(set, file, language)).ToList();
        form.NothingElse();

        if (sets.Count is 0 or > MostSets)
        {
            form.Mistake("sets", $"cần 1 đến {MostSets} bộ câu hỏi: \"sets:\", mỗi bộ có \"title:\" và \"questions:\".");
        }

        return sets;
    }

    private QuizSet ReadSet(YamlForm form, string file, string language)
    {
        var questions = form.Forms("questions").Select(question => ReadQuestion(question, file, language)).ToList();
        var set = new QuizSet(form.Text("title", Topic.LongestButton), questions) { Language = language };
        form.NothingElse();

        if (questions.Count is < FewestQuestions or > MostQuestions)
        {
            form.Mistake("questions", $"mỗi bộ có {FewestQuestions} đến {MostQuestions} câu hỏi, ở đây có {questions.Count}.");
        }

        return set;
    }

    private QuizQuestion ReadQuestion(YamlForm form, string file, string language)
    {
        var choices = form.FullList("choices");
        var written = form.Text("explanation", 240);
        var (explanation, _) = shelf.Facts.Fill(written, language, sentence => form.Mistake("explanation", sentence));
        var question = new QuizQuestion(
            form.Text("question", 160),
            [.. choices.Select(choice => choice.Text)],
            form.WholeNumber("right", 1, Math.Max(1, choices.Count)) - 1,
            explanation,
            PictureOf(form, file));
        form.NothingElse();
        CheckLengths(form, question);
        HardFacts.Check($"{question.Question}\n{string.Join('\n', question.Choices)}\n{written}", sentence => form.Mistake("question", sentence));
        WordingRules.Check(
            $"{question.Question}\n{string.Join('\n', question.Choices)}\n{explanation}",
            sentence => form.Mistake("question", sentence),
            sentence => form.Hint("question", sentence));
        return question;
    }

    private Picture? PictureOf(YamlForm form, string file)
    {
        if (form.OptionalText("picture") is not { } written)
        {
            return null;
        }

        var name = Path.GetFileNameWithoutExtension(written);
        shelf.Pictures.Expect(name, file, form.LineOf("picture"));
        return new Picture(name, form.Text("alt"));
    }

    private static void CheckLengths(YamlForm form, QuizQuestion question)
    {
        if (question.Choices.Count is < 2 or > 4)
        {
            form.Mistake("choices", $"mỗi câu hỏi có 2 đến 4 câu trả lời, ở đây có {question.Choices.Count}.");
        }

        if (question.Question.Length + question.Choices.Sum(choice => choice.Length + 4) > Topic.LongestMessage)
        {
            form.Mistake("question", $"câu hỏi và các câu trả lời dài quá {Topic.LongestMessage} chữ.");
        }

        if (question.Explanation.Length > Topic.LongestMessage - 60)
        {
            form.Mistake("explanation", $"lời giải thích dài {question.Explanation.Length} chữ khi đã điền dữ kiện, chỉ được nhiều nhất {Topic.LongestMessage - 60}.");
        }
    }
}
