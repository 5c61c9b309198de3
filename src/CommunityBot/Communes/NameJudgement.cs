namespace CommunityBot.Communes;

/// <summary>Decides what the names in a message say together: a commune, a former district as a hint, or a question back.</summary>
internal sealed class NameJudgement(CommuneDirectory directory)
{
    /// <summary>
    /// The mentions that are surely place names in a sentence: after "xã", or with fitting marks and no everyday word ("thành công").
    /// A hamlet that bears a commune's name ("thôn Tân Tiến") is not the commune.
    /// </summary>
    public static IReadOnlyList<NameMention> Trusted(IReadOnlyList<NameMention> mentions) =>
        [.. mentions.Where(mention => mention.Label switch
        {
            NameLabel.Unit or NameLabel.District or NameLabel.Province => true,
            NameLabel.Village or NameLabel.MaybeVillage => false,
            NameLabel.None => IsPlainName(mention) || IsBackedByADistrict(mention, mentions),
        })];

    /// <summary>The former districts that were surely meant as districts.</summary>
    public static IReadOnlyList<string> DistrictsIn(IEnumerable<NameMention> mentions) =>
        [.. mentions.Where(IsDistrict).Select(mention => mention.Meaning.District!.Name)];

    /// <summary>The answer, or null when no name says anything about a commune.</summary>
    public CommuneAnswer? Judge(IReadOnlyList<NameMention> mentions)
    {
        var said = WithoutProvinces(mentions);
        var communes = Strongest([.. said.Where(IsCommune)]);
        var ambiguous = said.Where(IsEither).ToList();
        var districts = DistrictsIn(said).ToList();

        if (communes.Count == 0 && ambiguous.Count > 0 && IsBackedByOthers(ambiguous[0], ambiguous[1..], districts))
        {
            communes = [ambiguous[0]];
            ambiguous.RemoveAt(0);
        }

        if (communes.Count > 0)
        {
            return JudgeCommunes(communes, [.. districts, .. ambiguous.Select(mention => mention.Meaning.District!.Name)]);
        }

        return ambiguous.Count > 0 ? AskWhich(ambiguous[0].Meaning) : AskDistrict(said);
    }

    private CommuneAnswer JudgeCommunes(List<NameMention> communes, IReadOnlyList<string> districts)
    {
        var units = communes.SelectMany(mention => mention.Fitting.Union(mention.Meaning.Units)).ToArray();
        var hinted = units.Where(unit => districts.Any(unit.WasIn)).ToArray();

        if (districts.Count > 0 && hinted.Length == 0)
        {
            return new CommuneAnswer.Choose(
                units.Select(unit => unit.Today).Concat(districts.SelectMany(directory.CommunesOf)),
                CommuneReasons.NotInThatDistrict(districts[0]));
        }

        var meant = hinted.Length > 0 ? hinted : units;
        var today = meant.Select(unit => unit.Today).Distinct().ToArray();

        return today switch
        {
            [var only] when communes.TrueForAll(IsHamlet) =>
                new CommuneAnswer.Choose([only], CommuneReasons.OnlyVillage),
            [var only] => CommuneAnswer.Of(only, Why(meant[0])),
            _ when communes.Count == 1 => new CommuneAnswer.Choose(today, CommuneReasons.SoundAlike(today)),
            _ => new CommuneAnswer.Choose(today, CommuneReasons.SeveralNames),
        };
    }

    private CommuneAnswer.Choose AskWhich(NameMeaning meaning)
    {
        var commune = meaning.Units[0].Today;
        return new CommuneAnswer.Choose(
            directory.CommunesOf(meaning.District!.Name).Prepend(commune), CommuneReasons.CommuneOrDistrict(commune, meaning.District));
    }

    private CommuneAnswer.Choose? AskDistrict(IReadOnlyList<NameMention> said) => said.FirstOrDefault(IsDistrict) is { } mention
        ? new CommuneAnswer.Choose(
            directory.CommunesOf(mention.Meaning.District!.Name), CommuneReasons.FormerDistrict(mention.Meaning.District))
        : null;

    private string Why(NamedUnit named) => named.Unit.Successor is null
        ? CommuneReasons.InForce(named.Today)
        : CommuneReasons.Former(named.Unit, directory.FindDistrict(named.Unit.District), named.Today);

    // "Bắc Kạn" was a city and a province: behind another name it is the province.
    private static List<NameMention> WithoutProvinces(IReadOnlyList<NameMention> mentions) =>
        [.. mentions.Where((mention, i) => mention.Label is not NameLabel.Province
            && !(mention.Label is NameLabel.None && mention.Meaning.Province is not null
                && (i > 0 || (mention.Meaning.Units.Count == 0 && mention.Meaning.District is null))))];

    private static List<NameMention> Strongest(List<NameMention> communes)
    {
        var after = communes.FindAll(mention => mention.Label is NameLabel.Unit);
        var bare = communes.FindAll(mention => !IsHamlet(mention));
        return after.Count > 0 ? after : bare.Count > 0 ? bare : communes;
    }

    private static bool IsBackedByOthers(NameMention first, IEnumerable<NameMention> others, IEnumerable<string> districts) =>
        others.Select(mention => mention.Meaning.District!.Name).Concat(districts).Any(name => first.Meaning.Units.Any(unit => unit.WasIn(name)));

    private static bool IsHamlet(NameMention mention) => mention.Label is NameLabel.Village or NameLabel.MaybeVillage;

    private static bool IsCommune(NameMention mention) => mention.Meaning.Units.Count > 0 && !IsDistrict(mention) && !IsEither(mention);

    private static bool IsDistrict(NameMention mention) => mention.Meaning.District is not null
        && (mention.Label is NameLabel.District || mention.Meaning.Units.Count == 0);

    private static bool IsEither(NameMention mention) =>
        mention.Label is NameLabel.None && mention.Meaning.District is not null && mention.Meaning.Units.Count > 0;

    private static bool IsPlainName(NameMention mention) => mention.Meaning.Units.Count == 0
        || mention.IsTitled
        || (mention.Fitting.Count > 0 && !mention.Meaning.IsEveryday);

    private static bool IsBackedByADistrict(NameMention mention, IReadOnlyList<NameMention> all) => mention.Fitting.Count > 0
        && all.Any(other => other != mention && other.First == mention.Last && other.Meaning.District is { } district
            && mention.Meaning.Units.Any(unit => unit.WasIn(district.Name)));
}
