namespace CommunityBot.Conversations.Dialogs;

/// <summary>The keys of the buttons that every dialog may show; they stay valid for weeks, so they never change their meaning.</summary>
public static class Choices
{
    public const string Home = "home";
    public const string Back = "back";
    public const string Cancel = "cancel";
    public const string Help = "help";
    public const string Human = "human";
    public const string Report = "report";

    /// <summary>"report:broken_tap" starts a report of that category.</summary>
    public const string ReportOf = "report:";
    public const string Mine = "mine";
    public const string MyData = "data";
    public const string Topics = "topics";

    /// <summary>Asks the open question again.</summary>
    public const string GoOn = "goon";

    /// <summary>"topics:6" shows the topics from the seventh on.</summary>
    public const string TopicsFrom = "topics:";

    /// <summary>"card:latrine:distance" shows that card, "card:latrine:0" the first one, "card:latrine:end" what comes behind the last.</summary>
    public const string Card = "card:";

    /// <summary>"useful:latrine:y" or ":n"; "useful:latrine:distance:n" about one card.</summary>
    public const string Useful = "useful:";

    /// <summary>"quiz:latrine" offers the sets of questions of a topic.</summary>
    public const string Quiz = "quiz:";

    /// <summary>"quizzes:5" shows the topics with questions from the sixth on.</summary>
    public const string QuizzesFrom = "quizzes:";

    /// <summary>"ask:latrine:1:0:2" asks the first question of the second set; so many were right before.</summary>
    public const string Ask = "ask:";

    /// <summary>"answer:latrine:1:0:2:3" answers it with the fourth choice.</summary>
    public const string Answer = "answer:";

    /// <summary>"rate:latrine:distance" asks whether that card is useful.</summary>
    public const string Rate = "rate:";

    /// <summary>Asks for words to search with.</summary>
    public const string Search = "search";

    /// <summary>"listen:card:latrine.distance" plays it, "listen:tay:card:latrine.distance" in that language.</summary>
    public const string Listen = "listen:";

    public const string Language = "language";

    /// <summary>"language:en" speaks English from now on.</summary>
    public const string LanguageOf = "language:";

    /// <summary>"mine:7F3K9QMDT" shows one of the villager's own tickets.</summary>
    public const string MineOf = "mine:";

    /// <summary>"add:7F3K9QMDT" takes the next words and photos into that ticket.</summary>
    public const string AddTo = "add:";
}
