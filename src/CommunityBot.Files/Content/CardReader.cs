using System.Text;
using CommunityBot.Awareness;
using CommunityBot.Primitives;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommunityBot.Files.Content;

/// <summary>Cuts the Markdown of a topic into cards: each heading "## …" begins one; lists and paragraphs become plain text.</summary>
internal sealed class CardReader(CardSource source, ContentShelf shelf, ContentNotes notes)
{
    private readonly List<WrittenCard> cards = [];
    private readonly List<string> paragraphs = [];
    private MoreLines more = MoreLines.Take("");
    private CardHeading? heading;
    private int headingLine;
    private Picture? picture;

    public IReadOnlyList<WrittenCard> Read(string markdown)
    {
        more = MoreLines.Take(markdown);

        foreach (var block in Markdown.Parse(more.Text))
        {
            Take(block);
        }

        FinishCard(int.MaxValue);

        if (cards.Count == 0)
        {
            notes.Mistake(source.File, source.FirstLine, "chủ đề chưa có thẻ nào. Mỗi thẻ bắt đầu bằng dòng \"## Tên thẻ {#ten_rieng}\".");
        }

        return cards;
    }

    private void Take(Block block)
    {
        switch (block)
        {
            case HeadingBlock { Level: 2 } title:
                FinishCard(title.Line);
                headingLine = title.Line;
                heading = CardHeading.Read(PlainText(title.Inline, title.Line), MistakeAtHeading);
                break;
            case ParagraphBlock or ListBlock when heading is null:
                notes.Mistake(source.File, LineOf(block.Line), "chữ này chưa thuộc thẻ nào. Hãy viết dòng \"## Tên thẻ\" ở trên.");
                break;
            case ParagraphBlock paragraph:
                AddText(PlainText(paragraph.Inline, paragraph.Line));
                break;
            case ListBlock list:
                AddText(PlainList(list));
                break;
            default:
                notes.Mistake(source.File, LineOf(block.Line), "chỉ dùng tên thẻ \"## …\", đoạn văn, danh sách và hình; phần khác không hiện được trong tin nhắn.");
                break;
        }
    }

    private void FinishCard(int nextLine)
    {
        if (heading is null)
        {
            return;
        }

        var written = string.Join('\n', paragraphs);
        var (text, facts) = shelf.Facts.Fill(written, source.Language, MistakeAtHeading);
        var card = new TopicCard
        {
            Id = heading.Id,
            Title = heading.Title,
            Text = text,
            Language = source.Language,
            Picture = picture,
            NeedsReview = heading.NeedsReview,
            More = MoreOf(nextLine),
            Facts = facts,
            Audio = shelf.Audio.Of(source.Topic, heading.Id),
        };
        Check(card, written);
        cards.Add(new WrittenCard(card, source.Topic, source.File, LineOf(headingLine)));
        paragraphs.Clear();
        (heading, picture) = (null, null);
    }

    private void Check(TopicCard card, string written)
    {
        if (written.Length == 0)
        {
            MistakeAtHeading($"thẻ \"{card.Title}\" chưa có chữ.");
        }
        else if (card.Message.Length > Topic.LongestMessage)
        {
            MistakeAtHeading($"thẻ \"{card.Title}\" dài {card.Message.Length} chữ (kể cả tên), chỉ được nhiều nhất {Topic.LongestMessage}.");
        }

        if (card.Id.Length > 0 && cards.Any(other => other.Card.Id == card.Id))
        {
            MistakeAtHeading($"tên riêng \"{card.Id}\" có hai lần trong chủ đề này.");
        }

        HardFacts.Check($"{card.Title}\n{written}", MistakeAtHeading);
        WordingRules.Check(card.Message, MistakeAtHeading, sentence => notes.Hint(source.File, LineOf(headingLine), sentence));
    }

    private CardLink? MoreOf(int nextLine)
    {
        var links = more.Between(headingLine, nextLine);

        if (links.Count > 1)
        {
            MistakeAtHeading("mỗi thẻ chỉ có một dòng \"Xem: […]\".");
        }

        return links.Count > 0 ? links[0] : null;
    }

    private void MistakeAtHeading(string sentence) => notes.Mistake(source.File, LineOf(headingLine), sentence);

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
        notes.Mistake(source.File, LineOf(block.Line), "danh sách không được lồng danh sách khác.");
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
                    notes.Mistake(source.File, LineOf(at), "trong thẻ chỉ có chữ và hình, không đặt liên kết hay mã.");
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
            notes.Mistake(source.File, LineOf(at), "mỗi thẻ chỉ có một hình.");
        }

        if (alt.Length == 0)
        {
            notes.Mistake(source.File, LineOf(at), $"hình \"{name}\" chưa có lời tả trong ngoặc vuông cho người không nhìn được.");
        }

        picture = new Picture(name, alt);
        shelf.Pictures.Expect(name, source.File, LineOf(at));
    }

    private int LineOf(int line) => source.FirstLine + line;
}
