using CommunityBot.Awareness;
using CommunityBot.Tickets;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>outcomes.yaml</c>: what an officer may say became of a report.</summary>
internal static class OutcomeFiles
{
    private const string File = "outcomes.yaml";
    private const int LongestKey = 20;
    private const int MostOutcomes = 8;

    public static OutcomeCatalogue Read(ContentFolder folder, ContentNotes notes)
    {
        if (folder.ReadText(File) is not { } text || YamlFile.Read(text, File, 1, notes) is not { } form)
        {
            return new OutcomeCatalogue([]);
        }

        var outcomes = new List<Outcome>();

        foreach (var item in form.Forms("outcomes"))
        {
            var outcome = new Outcome(item.Text("key", LongestKey), item.Text("label", Topic.LongestButton), item.Text("sentence", 80));
            item.NothingElse();

            if (outcomes.Exists(other => other.Key == outcome.Key))
            {
                item.Mistake("key", $"kết quả \"{outcome.Key}\" có hai lần.");
            }

            outcomes.Add(outcome);
        }

        if (outcomes.Count is 0 or > MostOutcomes)
        {
            notes.Mistake(File, 1, $"cần từ 1 đến {MostOutcomes} kết quả.");
        }

        form.NothingElse();
        return new OutcomeCatalogue(outcomes);
    }
}
