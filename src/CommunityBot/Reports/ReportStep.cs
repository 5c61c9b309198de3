namespace CommunityBot.Reports;

/// <summary>What a villager was asked last while reporting.</summary>
public enum ReportStep
{
    /// <summary>Which of the six pictures.</summary>
    Group,

    /// <summary>Which kind under that picture.</summary>
    Kind,

    /// <summary>Which of the best guesses of the words.</summary>
    Guess,

    /// <summary>Does water come out not at all, little, or dirty.</summary>
    Water,
    Photos,
    Place,

    /// <summary>Does the smell come from animals, or does nobody know from where.</summary>
    Smell,

    /// <summary>Does the rubbish burn, or does it only lie there.</summary>
    Burning,

    /// <summary>Which of several communes.</summary>
    PlaceChoice,

    /// <summary>The commune does not work with the bot: to the province or somewhere else.</summary>
    NotServed,
    Village,
    Check,
    EditWhat,
    More,
    Words,
    Culprit,
    CallBack,
    ForWhom,
    Privacy,
    Consent,

    /// <summary>They did not agree: send without keeping anything, or not at all.</summary>
    Refused,
}
