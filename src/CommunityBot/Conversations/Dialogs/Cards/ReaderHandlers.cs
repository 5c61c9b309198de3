using CommunityBot.Awareness.Readers;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.Dialogs.Cards;

/// <summary>Counts a card that was shown, once the turn has committed; the count reaches the store a little later.</summary>
internal sealed class NoteCardShownHandler(CardViews views) : OrderHandler<NoteCardShown>
{
    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, NoteCardShown order, CancellationToken cancellationToken)
    {
        work.AfterCommit(() => views.Count(order.Card));
        return Task.FromResult(OrderOutcome.Silent);
    }
}

/// <summary>Keeps a remark without the person: the files only know through which messenger they can be fetched.</summary>
internal sealed class KeepRemarkHandler(TakeFile takeFile, IChance chance) : OrderHandler<KeepRemark>
{
    private const int LongestWords = 2000;
    private const int MostFiles = 3;

    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, KeepRemark order, CancellationToken cancellationToken)
    {
        var nobody = StoredPhoto.NobodyOn(scene.Conversation.Key.Channel);
        work.Put(CardRemark.Kind, new CardRemark
        {
            Id = RowId.New(scene.Now, work.NextNumber(), chance),
            Topic = order.Topic,
            Card = order.Card,
            Words = order.Words is { Length: > LongestWords } words ? words[..LongestWords] : order.Words,
            Files = [.. order.Files.Take(MostFiles).Select(file => takeFile.Run(work, nobody, file with { Name = null }).Id)],
            At = scene.Now,
        });
        return Task.FromResult(OrderOutcome.Silent);
    }
}
