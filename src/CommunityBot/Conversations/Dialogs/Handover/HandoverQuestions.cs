using CommunityBot.Communes;
using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Messages;
using CommunityBot.Reports;

namespace CommunityBot.Conversations.Dialogs.Handover;

/// <summary>What is asked before a question reaches a person: the question, and whom to ask.</summary>
public sealed class HandoverQuestions(PlaceReader places)
{
    public OutgoingMessage Ask(Scene scene, HandoverDraft draft) => !draft.HasWords
        ? new OutgoingMessage { Text = scene.Phrases.Say("handover.ask_words"), Buttons = ReportQuestions.WithExits(scene) }
        : draft.Place.Choices.Count > 0 ? Which(scene, draft)
        : Where(scene, draft);

    private OutgoingMessage Which(Scene scene, HandoverDraft draft) => new()
    {
        Text = scene.Phrases.Say("handover.ask_which"),
        Buttons = ReportQuestions.WithExits(
            scene,
            [
                .. draft.Place.Choices.Select(key => places.Find(key)).OfType<Commune>()
                    .Select(commune => new Button(Keyboard.Cut(commune.FullName), HandoverChoices.Unit + commune.Key)),
                Province(scene),
            ]),
    };

    private OutgoingMessage Where(Scene scene, HandoverDraft draft)
    {
        var buttons = new List<Button>();

        if (scene.Villager.LastPlace is { } last && places.Find(last.Commune) is { } commune)
        {
            buttons.Add(new Button(Keyboard.Cut(commune.FullName), HandoverChoices.Last));
        }

        buttons.Add(Province(scene));
        var phrase = draft.Misses switch
        {
            0 => "handover.ask_commune",
            var misses when misses % 2 == 1 => "handover.ask_commune_again",
            _ => "handover.ask_commune_other",
        };
        return new OutgoingMessage { Text = scene.Phrases.Say(phrase), Buttons = ReportQuestions.WithExits(scene, buttons) };
    }

    private static Button Province(Scene scene) => new(scene.Phrases.Say("handover.button_province"), HandoverChoices.Province);
}
