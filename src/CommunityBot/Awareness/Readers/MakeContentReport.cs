using CommunityBot.Awareness.Voice;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Readers;

/// <summary>Counts what readers did and said, card by card, for <c>content report</c>.</summary>
public sealed class MakeContentReport(TopicCatalogue topics, ClipBook clips, RefreshClips refreshClips, IDocumentStore store, TimeProvider clock)
{
    private const int RemarksShown = 30;
    private const int FreshMonths = 12;

    public async Task<ContentReport> RunAsync(CancellationToken cancellationToken)
    {
        await refreshClips.RunAsync(cancellationToken);
        var views = (await AllAsync(CardTally.Kind, cancellationToken)).ToDictionary(tally => tally.Id, tally => tally.Views, StringComparer.Ordinal);
        var ratings = (await AllAsync(TopicFeedback.Kind, cancellationToken)).ToLookup(one => (one.Topic, one.Card));
        var remarks = await AllAsync(CardRemark.Kind, cancellationToken);
        var remarked = remarks.ToLookup(one => (one.Topic, one.Card));
        var cards = new List<CardStanding>();
        var whole = new List<CardStanding>();

        foreach (var topic in topics.All)
        {
            var own = topic.Cards.Select(card => StandingOf(topic, card)).ToList();
            cards.AddRange(own);
            whole.Add(Rated(new CardStanding(topic.Key, null, topic.Title, own.Sum(card => card.Views), 0, 0, 0, topic.CheckedOn, [])));
        }

        var limit = clock.GetUtcNow().VietnamDay().AddMonths(-FreshMonths);
        return new ContentReport(
            [.. cards.OrderByDescending(card => card.Views)],
            whole,
            [.. cards.Where(card => card.CheckedOn < limit).OrderBy(card => card.CheckedOn)],
            [.. cards.Concat(whole).Where(card => card.IsPoorlyRated).OrderBy(card => card.UsefulShare)],
            [.. cards.Where(card => !card.Sound.Contains(Languages.Vietnamese)).OrderByDescending(card => card.Views)],
            await ShownAsync(remarks, cancellationToken),
            await WaitingAsync(cancellationToken));

        CardStanding StandingOf(Topic topic, TopicCard card) => Rated(new CardStanding(
            topic.Key,
            card.Id,
            card.Title,
            views.GetValueOrDefault(new CardLink(topic.Key, card.Id).ToString()),
            0,
            0,
            0,
            card.Facts.Select(fact => fact.CheckedOn).Append(topic.CheckedOn).Min(),
            clips.LanguagesOf(ClipTarget.OfCard(topic.Key, card.Id), villager: null)));

        CardStanding Rated(CardStanding card) => card with
        {
            Useful = ratings[(card.Topic, card.Card)].Count(one => one.IsUseful),
            Useless = ratings[(card.Topic, card.Card)].Count(one => !one.IsUseful),
            Remarks = remarked[(card.Topic, card.Card)].Count(),
        };
    }

    private async Task<IReadOnlyList<ReaderRemark>> ShownAsync(List<CardRemark> remarks, CancellationToken cancellationToken)
    {
        var shown = new List<ReaderRemark>();

        foreach (var remark in remarks.OrderByDescending(one => one.At).Take(RemarksShown))
        {
            var work = new Work(store);
            var files = new List<string>();

            foreach (var id in remark.Files)
            {
                if (await work.FindAsync(StoredPhoto.Kind, id, cancellationToken) is { Source: { } source })
                {
                    files.Add(source);
                }
            }

            shown.Add(new ReaderRemark(remark.Topic, remark.Card, remark.Words, files, remark.At));
        }

        return shown;
    }

    private async Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        (int)await store.CountAsync(new IndexRange(Recording.Kind.Definition.Name, Recording.WaitingIndex, "", null), cancellationToken);

    private async Task<List<T>> AllAsync<T>(DocumentKind<T> kind, CancellationToken cancellationToken)
        where T : class
    {
        var all = new List<T>();
        var range = new IndexRange(kind.Definition.Name, IndexRange.ById, "", null);

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);
            all.AddRange(page.Select(kind.Read));

            if (page.Count < range.Limit)
            {
                return all;
            }

            range = range with { After = (page[^1].Id, page[^1].Id) };
        }
    }
}
