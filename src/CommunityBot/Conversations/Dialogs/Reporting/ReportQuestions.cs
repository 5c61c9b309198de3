using System.Globalization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Reports;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Words each question of a report: one question, at most six choices, and the four ways out below.</summary>
public sealed class ReportQuestions(CategoryCatalogue categories, PlaceReader places, ConsentNotice notice)
{
    /// <summary>Longer words are cut in the summary; the ticket keeps them whole.</summary>
    private const int WordsInSummary = 90;
    private const int VillageInSummary = 40;

    public OutgoingMessage Ask(Scene scene, ReportDraft draft) => draft.Step switch
    {
        ReportStep.Group => Group(scene),
        ReportStep.Kind => Kind(scene, draft),
        ReportStep.Guess => Guess(scene, draft),
        ReportStep.Water => Water(scene),
        ReportStep.Smell => Smell(scene),
        ReportStep.Burning => Burning(scene),
        ReportStep.Photos => Photos(scene, draft),
        ReportStep.Place => Place(scene, draft),
        ReportStep.PlaceChoice => PlaceChoice(scene, draft),
        ReportStep.NotServed => NotServed(scene, draft),
        ReportStep.Village => Question(scene, "report.ask_village", [Skip(scene, ReportStep.Village)], ("xa", CommuneOf(scene, draft))),
        ReportStep.Check => Check(scene, draft),
        ReportStep.EditWhat => EditWhat(scene),
        ReportStep.More => More(scene),
        ReportStep.Words => Question(scene, "report.ask_words", [ToCheck(scene)]),
        ReportStep.Culprit => Question(scene, "report.ask_culprit", [Skip(scene, ReportStep.Culprit)]),
        ReportStep.CallBack => Question(scene, "report.ask_phone", [Skip(scene, ReportStep.CallBack)]),
        ReportStep.ForWhom => Question(scene, "report.ask_for_whom", [Skip(scene, ReportStep.ForWhom)]),
        ReportStep.Privacy => Privacy(scene),
        ReportStep.Consent => Consent(scene),
        ReportStep.Refused => Refused(scene),
    };

    /// <summary>The open question again after something else was said: without what they have read a moment ago.</summary>
    public OutgoingMessage AskShortly(Scene scene, ReportDraft draft)
    {
        var whole = Ask(scene, draft);
        return draft.Step switch
        {
            ReportStep.Photos => whole with { Text = scene.Phrases.Say("report.again_photos", ("viec", KindOf(scene, draft))) },
            ReportStep.Place => whole with { Text = scene.Phrases.Say("report.again_place") },
            _ => whole,
        };
    }

    /// <summary>"Vòi, ống, bể hỏng" or what stands for a report nobody has sorted.</summary>
    public string KindOf(Scene scene, ReportDraft draft) =>
        draft.Category is { } key && categories.Find(key) is { } category ? CategoryNames.Of(scene, category) : scene.Phrases.Say("report.unsorted");

    /// <summary>"2 ảnh, 1 lời nói"; empty when there is nothing.</summary>
    public static string FilesOf(Phrasebook phrases, IReadOnlyList<FileRef> files)
    {
        var voices = files.Count(file => file.Kind == FileKind.Voice);
        var photos = files.Count - voices;
        var parts = new List<string>(2);

        if (photos > 0)
        {
            parts.Add(phrases.Say("report.photos", ("so", Text(photos))));
        }

        if (voices > 0)
        {
            parts.Add(phrases.Say("report.voices", ("so", Text(voices))));
        }

        return string.Join(", ", parts);
    }

    public static IReadOnlyList<IReadOnlyList<Button>> WithExits(Scene scene, params IReadOnlyList<Button> choices) =>
    [
        .. Keyboard.Of(choices),
        [new Button(scene.Phrases.Say("report.button_back"), Choices.Back), new Button(scene.Phrases.Say("report.button_cancel"), Choices.Cancel)],
        [new Button(scene.Phrases.Say("menu.button_help"), Choices.Help), new Button(scene.Phrases.Say("menu.button_human"), Choices.Human)],
    ];

    private OutgoingMessage Group(Scene scene) =>
        Question(scene, "report.ask_group", [.. categories.Groups.Select(group => new Button(WithIcon(group.Icon, CategoryNames.Of(scene, group)), ReportChoices.Group + group.Key))]);

    private OutgoingMessage Kind(Scene scene, ReportDraft draft)
    {
        var group = categories.Groups.FirstOrDefault(one => one.Key == draft.Group);
        return group is null
            ? Group(scene)
            : Question(scene, "report.ask_kind", [.. categories.Of(group).Select(category => KindButton(scene, category))], ("nhom", CategoryNames.Of(scene, group)));
    }

    private OutgoingMessage Guess(Scene scene, ReportDraft draft) => Question(
        scene,
        "report.ask_guess",
        [.. draft.Guesses.Select(categories.Find).OfType<ReportCategory>().Select(category => KindButton(scene, category)), new Button(scene.Phrases.Say("report.button_other_kind"), ReportChoices.Groups)]);

    private static OutgoingMessage Water(Scene scene) => Question(
        scene,
        "report.ask_water",
        [
            new Button(scene.Phrases.Say("report.button_no_water"), ReportChoices.Kind + "no_water"),
            new Button(scene.Phrases.Say("report.button_dirty_water"), ReportChoices.Kind + "turbid_water"),
            new Button(scene.Phrases.Say("report.button_broken_tap"), ReportChoices.Kind + "broken_tap"),
            new Button(scene.Phrases.Say("report.button_dirty_stream"), ReportChoices.Kind + "water_source"),
            new Button(scene.Phrases.Say("report.button_other_kind"), ReportChoices.Groups),
        ]);

    private static OutgoingMessage Smell(Scene scene) => Question(
        scene,
        "report.ask_smell",
        [
            new Button(scene.Phrases.Say("report.button_animals"), ReportChoices.Kind + "livestock"),
            new Button(scene.Phrases.Say("report.button_unknown_smell"), ReportChoices.Kind + "odor"),
            new Button(scene.Phrases.Say("report.button_other_kind"), ReportChoices.Groups),
        ]);

    private static OutgoingMessage Burning(Scene scene) => Question(
        scene,
        "report.ask_burning",
        [
            new Button(scene.Phrases.Say("report.button_burns"), ReportChoices.Kind + "smoke_burning"),
            new Button(scene.Phrases.Say("report.button_lies"), ReportChoices.Kind + "litter"),
            new Button(scene.Phrases.Say("report.button_other_kind"), ReportChoices.Groups),
        ]);

    private OutgoingMessage Photos(Scene scene, ReportDraft draft)
    {
        var buttons = new List<Button> { Skip(scene, ReportStep.Photos) };

        if (draft.HasEvidence)
        {
            buttons.Insert(0, new Button(scene.Phrases.Say("report.button_no_photos"), ReportChoices.NoPhotos));
        }

        return Question(scene, "report.ask_photos", buttons, ("viec", KindOf(scene, draft)));
    }

    private OutgoingMessage Place(Scene scene, ReportDraft draft)
    {
        var buttons = new List<Button>();

        if (LastPlaceOf(scene) is { } last)
        {
            buttons.Add(new Button(Keyboard.Cut(scene.Phrases.Say("report.button_last_place", ("noi", last))), ReportChoices.LastPlace));
        }

        if (draft.PlaceMisses > 0)
        {
            buttons.Add(new Button(scene.Phrases.Say("report.button_no_commune"), ReportChoices.Province));
        }

        var key = draft.PlaceMisses switch
        {
            0 => "report.ask_place",
            var misses when misses % 2 == 1 => "report.ask_place_again",
            _ => "report.ask_place_other",
        };
        return Question(scene, key, buttons) with { AskLocationLabel = scene.Phrases.Say("report.button_location") };
    }

    private OutgoingMessage PlaceChoice(Scene scene, ReportDraft draft) => Question(
        scene,
        "report.ask_which_commune",
        [
            .. draft.Place.Choices.Select(key => places.Find(key)).OfType<Commune>()
                .Select(commune => new Button(Keyboard.Cut(commune.FullName), ReportChoices.Unit + commune.Key)),
            new Button(scene.Phrases.Say("report.button_elsewhere"), ReportChoices.Elsewhere),
        ]);

    private OutgoingMessage NotServed(Scene scene, ReportDraft draft) => Question(
        scene,
        "report.not_served",
        [new Button(scene.Phrases.Say("report.button_province"), ReportChoices.Province), new Button(scene.Phrases.Say("report.button_elsewhere"), ReportChoices.Elsewhere)],
        ("xa", places.Find(draft.Place.NotServed)?.FullName ?? scene.Phrases.Say("report.this_commune")));

    private OutgoingMessage Check(Scene scene, ReportDraft draft)
    {
        var lines = new List<string> { scene.Phrases.Say("report.check", ("viec", KindOf(scene, draft))) };
        Add(lines, scene, "report.check_words", DraftWords.Cut(draft.Words.ReplaceLineEndings(" "), WordsInSummary));
        Add(lines, scene, "report.check_files", FilesOf(scene.Phrases, draft.Files));
        Add(lines, scene, "report.check_place", PlaceOf(scene, draft));
        lines.Add(scene.Phrases.Say(draft.Anonymity switch
        {
            Anonymity.Named => "report.check_named",
            Anonymity.HiddenFromCommune => "report.check_hidden",
            Anonymity.NothingStored => "report.check_nothing",
        }));

        return new OutgoingMessage
        {
            Text = string.Join('\n', lines),
            Buttons = WithExits(
                scene,
                new Button(scene.Phrases.Say("report.button_send"), ReportChoices.Send),
                new Button(scene.Phrases.Say("report.button_edit"), ReportChoices.Edit + ReportStep.EditWhat),
                new Button(scene.Phrases.Say("report.button_more"), ReportChoices.Edit + ReportStep.More),
                new Button(scene.Phrases.Say("report.button_privacy"), ReportChoices.Edit + ReportStep.Privacy)),
        };
    }

    private static OutgoingMessage EditWhat(Scene scene) => Question(
        scene,
        "report.ask_edit",
        [
            To(scene, "report.button_edit_kind", ReportStep.Group),
            To(scene, "report.button_edit_words", ReportStep.Words),
            To(scene, "report.button_edit_photos", ReportStep.Photos),
            To(scene, "report.button_edit_place", ReportStep.Place),
            ToCheck(scene),
        ]);

    private static OutgoingMessage More(Scene scene) => Question(
        scene,
        "report.ask_more",
        [
            To(scene, "report.button_culprit", ReportStep.Culprit),
            To(scene, "report.button_call_back", ReportStep.CallBack),
            To(scene, "report.button_for_whom", ReportStep.ForWhom),
            To(scene, "report.button_edit_photos", ReportStep.Photos),
            ToCheck(scene),
        ]);

    private static OutgoingMessage Privacy(Scene scene) => Question(
        scene,
        "report.ask_privacy",
        [
            new Button(scene.Phrases.Say("report.button_named"), ReportChoices.Privacy + Anonymity.Named),
            new Button(scene.Phrases.Say("report.button_hidden"), ReportChoices.Privacy + Anonymity.HiddenFromCommune),
            new Button(scene.Phrases.Say("report.button_nothing"), ReportChoices.Privacy + Anonymity.NothingStored),
        ]);

    private OutgoingMessage Consent(Scene scene) => Question(
        scene,
        "privacy.consent",
        [
            new Button(scene.Phrases.Say("privacy.button_agree"), ReportChoices.Agree),
            new Button(scene.Phrases.Say("privacy.button_disagree"), ReportChoices.Disagree),
        ],
        ("thang", Text(notice.KeepMonths)));

    private static OutgoingMessage Refused(Scene scene) => Question(
        scene,
        "privacy.refused",
        [
            new Button(scene.Phrases.Say("privacy.button_send_anonymous"), ReportChoices.Send),
            new Button(scene.Phrases.Say("report.button_drop"), ReportChoices.Drop),
            new Button(scene.Phrases.Say("menu.button_topics"), Choices.Topics),
        ]);

    private static OutgoingMessage Question(Scene scene, string key, IReadOnlyList<Button> choices, params ReadOnlySpan<(string Place, string Value)> arguments) => new()
    {
        Text = scene.Phrases.Say(key, arguments),
        Buttons = WithExits(scene, choices),
    };

    private string PlaceOf(Scene scene, ReportDraft draft)
    {
        var commune = CommuneOf(scene, draft);
        return draft.Place switch
        {
            { Village: { } village } => $"{DraftWords.Cut(village, VillageInSummary)}, {commune}",
            { AssetCode: { } code } => $"{code}, {commune}",
            { Point: not null } => scene.Phrases.Say("report.with_point", ("xa", commune)),
            _ => commune,
        };
    }

    private string CommuneOf(Scene scene, ReportDraft draft) =>
        places.Find(draft.Place.Commune ?? draft.Place.NotServed)?.NameInSentence ?? scene.Phrases.Say("report.unknown_commune");

    private string? LastPlaceOf(Scene scene) => scene.Villager.LastPlace is { } last && places.Find(last.Commune) is { } commune
        ? last.Village ?? commune.Name
        : null;

    private static Button KindButton(Scene scene, ReportCategory category) => new(WithIcon(category.Icon, CategoryNames.Of(scene, category)), ReportChoices.Kind + category.Key);

    private static Button Skip(Scene scene, ReportStep step) => new(scene.Phrases.Say("report.button_skip"), ReportChoices.Skip + step);

    private static Button ToCheck(Scene scene) => new(scene.Phrases.Say("report.button_to_check"), ReportChoices.Check);

    private static Button To(Scene scene, string key, ReportStep step) => new(scene.Phrases.Say(key), ReportChoices.Edit + step);

    private static void Add(List<string> lines, Scene scene, string key, string value)
    {
        if (value.Length > 0)
        {
            lines.Add(scene.Phrases.Say(key, ("gi", value)));
        }
    }

    /// <summary>The icon only where the label stays within what every messenger shows.</summary>
    private static string WithIcon(string icon, string label) => $"{icon} {label}" is { Length: <= 20 } whole ? whole : label;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
