using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Asks whether the picture was taken at the place; the picture's own knowledge of it is forgotten at once.</summary>
public sealed class OfferPhotoPlaceHandler(CommunePlaces communes) : OrderHandler<OfferPhotoPlace>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, OfferPhotoPlace order, CancellationToken cancellationToken)
    {
        var photo = await work.FindAsync(StoredPhoto.Kind, order.PhotoId, cancellationToken);
        var state = scene.Conversation.State;

        if (photo?.FoundPoint is not { } point || state.Report is not { } draft)
        {
            return OrderOutcome.Silent;
        }

        work.Put(StoredPhoto.Kind, photo with { FoundPoint = null });

        if (communes.At(point).Communes is not [var nearest, ..])
        {
            return OrderOutcome.Silent;
        }

        return OrderOutcome.Say(new OutgoingMessage
        {
            Text = scene.Phrases.Say("report.ask_photo_place", ("xa", nearest.NameInSentence)),
            Buttons = ReportQuestions.WithExits(
                scene,
                new Button(scene.Phrases.Say("report.button_photo_place"), ReportChoices.PhotoPlace),
                new Button(scene.Phrases.Say("report.button_elsewhere"), ReportChoices.NoPhotoPlace)),
        }) with
        {
            State = state with { Report = draft with { PhotoPoint = point } },
        };
    }
}
