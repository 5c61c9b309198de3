using System.Text;
using CommunityBot.Awareness;
using CommunityBot.Primitives;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommunityBot.Files.Content;

/// <summary>Cuts the Markdown of a topic into cards: each heading "## …" begins one; lists and paragraphs become plain text.</summary>
internal sealed class CardReader(string file, int firstLine, PictureFolder pictures, ContentNotes notes)
{
    private readonly List<TopicCard> cards = [];
    private readonly List<string> paragraphs = [];
    private string? heading;
    private int headingLine;
    private Picture? picture;

    public IReadOnlyList<TopicCard> Read(string markdown)
    {
        foreach (var block in Markdown.Parse(markdown))
        {
            Take(block);
        }

        FinishCard();

        if (cards.Count == 0)
        {
            notes.Mistake(file, firstLine, "chủ đề chưa có thẻ nào. Mỗi thẻ bắt đầu bằng dòng \"## Tên thẻ\".");
        }

        return cards;
    }

    private void Take(Block block)
    {
        switch (block)
        {
            case HeadingBlock { Level: 2 } title:
                FinishCard();
                heading = PlainText(title.Inline, title.Line);
                headingLine = LineOf(title.Line);
                break;
            case ParagraphBlock or ListBlock when heading is null:
                notes.Mistake(file, LineOf(block.Line), "chữ này chưa thuộc thẻ nào. Hãy viết dòng \"## Tên thẻ\" ở trên.");
                break;
            case ParagraphBlock paragraph:
                AddText(PlainText(paragraph.Inline, paragraph.Line));
                break;
            case ListBlock list:
                AddText(PlainList(list));
                break;
            default:
                notes.Mistake(file, LineOf(block.Line), "chỉ dùng tên thẻ \"## …\", đoạn văn, danh sách và hình; phần khác không hiện được trong tin nhắn.");
                break;
        }
    }

    private void FinishCard()
    {
        if (heading is null)
        {
            return;
        }

        var card = new TopicCard(heading, string.Join('\n', paragraphs), picture);

        if (paragraphs.Count == 0)
        {
            notes.Mistake(file, headingLine, $"thẻ \"{heading}\" chưa có chữ.");
        }
        else if (card.Message.Length > Topic.LongestMessage)
        {
            notes.Mistake(file, headingLine, $"thẻ \"{heading}\" dài {card.Message.Length} chữ (kể cả tên), chỉ được nhiều nhất {Topic.LongestMessage}.");
        }

        WordingRules.Check(
            card.Message,
            sentence => notes.Mistake(file, headingLine, sentence),
            sentence => notes.Hint(file, headingLine, sentence));
        cards.Add(card);
        paragraphs.Clear();
        (heading, picture) = (null, null);
    }

    private void AddText(string text)
    {
        if (text.Length > 0)
        {
            paragraphs.Add(text);
        }
    }

    private string PlainList(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        var lines = new List<string>();

        foreach (var item in list.Cast<ListItemBlock>())
        {
            var text = string.Join(' ', item.Select(block => block is ParagraphBlock paragraph ? PlainText(paragraph.Inline, paragraph.Line) : Refused(block)));
            lines.Add(list.IsOrdered ? $"{number++}. {text}" : $"• {text}");
        }

        return string.Join('\n', lines);
    }

    private string Refused(Block block)
    {
        notes.Mistake(file, LineOf(block.Line), "danh sách không được lồng danh sách khác.");
        return "";
    }

    private string PlainText(ContainerInline? line, int at)
    {
        var text = new StringBuilder();
        Append(text, line, at);
        return VietnameseText.Compose(text.ToString().Trim());
    }

    private void Append(StringBuilder text, ContainerInline? container, int at)
    {
        foreach (var part in container ?? [])
        {
            switch (part)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.ToString());
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.ToString());
                    break;
                case LineBreakInline { IsHard: var isHard }:
                    text.Append(isHard ? '\n' : ' ');
                    break;
                case LinkInline { IsImage: true } image:
                    TakePicture(image, at);
                    break;
                case EmphasisInline emphasis:
                    Append(text, emphasis, at);
                    break;
                default:
                    notes.Mistake(file, LineOf(at), "trong thẻ chỉ có chữ và hình, không đặt liên kết hay mã.");
                    break;
            }
        }
    }

    private void TakePicture(LinkInline image, int at)
    {
        var alt = PlainText(image, at);
        var name = Path.GetFileNameWithoutExtension(image.Url ?? "");

        if (picture is not null)
        {
            notes.Mistake(file, LineOf(at), "mỗi thẻ chỉ có một hình.");
        }

        if (alt.Length == 0)
        {
            notes.Mistake(file, LineOf(at), $"hình \"{name}\" chưa có lời tả trong ngoặc vuông cho người không nhìn được.");
        }

        picture = new Picture(name, alt);
        pictures.Expect(name, file, LineOf(at));
    }

    private int LineOf(int line) => firstLine + line;
}
