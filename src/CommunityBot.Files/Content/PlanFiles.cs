using CommunityBot.Awareness;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>plan/</c>: the province's plans, what their agencies are called now, and what the bot does for each line.</summary>
internal sealed class PlanFiles(ContentFolder folder, ContentNotes notes)
{
    private const string Folder = "plan";
    private const string AgencyFile = "plan/agencies.yaml";

    private static readonly Dictionary<string, PlanServiceState> States = new(StringComparer.Ordinal)
    {
        ["có"] = PlanServiceState.There,
        ["đang làm"] = PlanServiceState.InWork,
        ["ngoài phần mềm"] = PlanServiceState.OutsideSoftware,
    };

    private readonly Dictionary<string, PlanAgency> agencies = new(StringComparer.Ordinal);

    public PlanBook Read()
    {
        if (folder.Files(Folder, "plan-*.yaml") is not { Count: > 0 } files)
        {
            return new PlanBook([]);
        }

        ReadAgencies();
        var services = ReadServices();
        return new PlanBook([.. files.Select(file => ReadPlan(file, services)).OfType<ProvincePlan>()]);
    }

    private void ReadAgencies()
    {
        if (Open(AgencyFile) is not { } form)
        {
            return;
        }

        foreach (var item in form.Forms("agencies"))
        {
            var agency = new PlanAgency(item.Text("key"), item.Text("name"), item.OptionalText("now"));
            item.Text("source");
            item.CheckedOn();
            item.NothingElse();

            if (!agencies.TryAdd(agency.Key, agency))
            {
                item.Mistake("key", $"cơ quan \"{agency.Key}\" có hai lần.");
            }
        }

        form.NothingElse();
    }

    /// <summary>By the plan's key and then by the line's id.</summary>
    private Dictionary<(string Plan, string Id), (PlanService Service, YamlForm Form)> ReadServices()
    {
        var services = new Dictionary<(string Plan, string Id), (PlanService Service, YamlForm Form)>();

        foreach (var file in folder.Files(Folder, "software-*.yaml"))
        {
            if (Open(file) is not { } form)
            {
                continue;
            }

            var plan = form.Text("plan");

            foreach (var item in form.Forms("rows"))
            {
                var service = ReadService(item);

                if (!services.TryAdd((plan, service.Id), (service, item)))
                {
                    item.Mistake("id", $"mục \"{service.Id}\" có hai lần.");
                }
            }

            form.NothingElse();
        }

        return services;
    }

    private PlanService ReadService(YamlForm item)
    {
        var service = new PlanService(
            item.Text("id"),
            item.Text("feature", 160),
            item.OneOf("status", States),
            [.. item.List("places").Select(place => place.Text)]);
        item.NothingElse();

        if (service.State != PlanServiceState.OutsideSoftware && service.Places.Count == 0)
        {
            item.Mistake("id", $"mục \"{service.Id}\" cần ít nhất một nơi trong \"places\".");
        }

        foreach (var place in service.Places.Where(place => place.StartsWith("content/", StringComparison.Ordinal) && !folder.HasPlace(place["content/".Length..])))
        {
            item.Hint("places", $"không có tệp hay thư mục \"{place}\".");
        }

        return service;
    }

    private ProvincePlan? ReadPlan(string file, Dictionary<(string Plan, string Id), (PlanService Service, YamlForm Form)> services)
    {
        if (Open(file) is not { } form)
        {
            return null;
        }

        var plan = new ProvincePlan
        {
            Key = form.Text("key"),
            Title = form.Text("title"),
            ShortTitle = form.Text("short_title"),
            Number = form.Text("number"),
            PlaceDate = form.Text("place_date"),
            Issuer = Agency(form, "issuer"),
            Signatory = form.Text("signatory"),
            LegalBasis = form.Text("legal_basis"),
            YearlyReport = form.Text("yearly_report"),
            ValidFrom = form.Date("valid_from"),
            ValidTo = form.Date("valid_to"),
            CheckedOn = form.CheckedOn(),
            Areas = [.. form.Forms("areas").Select(ReadArea)],
            Solutions = [.. form.Forms("solutions").Select(ReadSolution)],
            Duties = [.. form.Forms("duties").Select(ReadDuty)],
            Services = new Dictionary<string, PlanService>(),
        };
        form.NothingElse();
        var own = services.Where(one => one.Key.Plan == plan.Key).ToDictionary(one => one.Key.Id, one => one.Value, StringComparer.Ordinal);
        CheckRows(plan, file, own);
        return plan with { Services = own.ToDictionary(one => one.Key, one => one.Value.Service, StringComparer.Ordinal) };
    }

    private void CheckRows(ProvincePlan plan, string file, Dictionary<string, (PlanService Service, YamlForm Form)> own)
    {
        var ids = plan.Ids.ToList();

        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
        {
            notes.Mistake(file, 0, $"mục \"{twice.Key}\" có hai lần.");
        }

        foreach (var missing in ids.Where(id => !own.ContainsKey(id)))
        {
            notes.Mistake(file, 0, $"chưa nói phần mềm làm gì cho mục \"{missing}\". Hãy thêm vào tệp plan/software-….yaml.");
        }

        foreach (var (id, (_, form)) in own.Where(one => !ids.Contains(one.Key)))
        {
            form.Mistake("id", $"kế hoạch không có mục \"{id}\".{NearestName.Hint(id, ids)}");
        }
    }

    private PlanArea ReadArea(YamlForm form)
    {
        var area = new PlanArea(form.Text("key"), form.Text("name"), [.. form.Forms("tasks").Select(ReadTask)]);
        form.NothingElse();
        return area;
    }

    private PlanTask ReadTask(YamlForm form)
    {
        var task = new PlanTask(
            form.Text("id"),
            form.Text("text"),
            [.. form.FullList("leads").Select(lead => Agency(form, "leads", lead.Text))],
            form.Text("together_with"),
            form.Text("period"));
        form.NothingElse();
        return task;
    }

    private static PlanSolution ReadSolution(YamlForm form)
    {
        var solution = new PlanSolution(form.Text("id"), form.Text("group"), form.Text("text"));
        form.NothingElse();
        return solution;
    }

    private PlanDuty ReadDuty(YamlForm form)
    {
        var duty = new PlanDuty(form.Text("id"), Agency(form, "agency"), form.Text("text"));
        form.NothingElse();
        return duty;
    }

    private PlanAgency Agency(YamlForm form, string name) => Agency(form, name, form.Text(name));

    private PlanAgency Agency(YamlForm form, string name, string key)
    {
        if (agencies.TryGetValue(key, out var agency))
        {
            return agency;
        }

        form.Mistake(name, $"không có cơ quan \"{key}\" trong {AgencyFile}.{NearestName.Hint(key, agencies.Keys)}");
        return new PlanAgency(key, key, null);
    }

    private YamlForm? Open(string file) => folder.ReadText(file) is { } text ? YamlFile.Read(text, file, 1, notes) : null;
}
