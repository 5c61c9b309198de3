namespace CommunityBot.Communes;

/// <summary>What a name or a point says about the responsible commune, and the sentence why.</summary>
/// <param name="Why">In Vietnamese, for officers and operators.</param>
public abstract record CommuneAnswer(string Why)
{
    private const int MostChoices = 6;

    /// <summary>The communes in question, best first; none when nothing was found.</summary>
    public virtual IReadOnlyList<Commune> Communes => [];

    /// <summary>One commune, and it works with CommunityBot.</summary>
    public sealed record Found(Commune Commune, string Why) : CommuneAnswer(Why)
    {
        public override IReadOnlyList<Commune> Communes => [Commune];
    }

    /// <summary>One commune, but it does not work with CommunityBot yet: say so, offer the province.</summary>
    public sealed record NotServed(Commune Commune, string Why) : CommuneAnswer(Why)
    {
        public override IReadOnlyList<Commune> Communes => [Commune];
    }

    /// <summary>The villager is asked: one to six communes, best first, some perhaps not served.</summary>
    public sealed record Choose : CommuneAnswer
    {
        public Choose(IEnumerable<Commune> communes, string why)
            : base(why) => Communes = [.. communes.Distinct().Take(MostChoices)];

        public override IReadOnlyList<Commune> Communes { get; }
    }

    /// <summary>A point outside the province.</summary>
    public sealed record Outside(string Why) : CommuneAnswer(Why);

    /// <summary>No such name.</summary>
    public sealed record Unknown(string Why) : CommuneAnswer(Why);

    /// <summary>Found or NotServed, as the commune is.</summary>
    public static CommuneAnswer Of(Commune commune, string why) => commune.IsServed
        ? new Found(commune, why)
        : new NotServed(commune, $"{why} {CommuneReasons.NotServedYet(commune)}");
}

/// <summary>A commune found inside a longer sentence.</summary>
/// <param name="Answer">The commune; Unknown when the sentence names none.</param>
/// <param name="Village">The hamlet as the villager wrote it ("bản Nà Mu"), or empty.</param>
/// <param name="Rest">The sentence without the commune.</param>
public sealed record CommuneInText(CommuneAnswer Answer, string Village, string Rest);
