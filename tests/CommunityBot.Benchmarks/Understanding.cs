using System.Diagnostics;
using System.Globalization;
using CommunityBot.Files.Content;
using CommunityBot.Files.Understanding;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Talk;
using CommunityBot.Understanding;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.Benchmarks;

/// <summary>How often the bot understands: families of phrasing it had not learnt from, and files of messages with their meaning.</summary>
internal static class Understanding
{
    private const int Parts = 4;

    public static int Run(string[] files)
    {
        var content = ContentLoader.Load(BenchContent.Folder).WithoutMistakes();
        var train = new TrainIntentModel(content.Vocabulary);
        var tally = new Tally();

        if (files is ["parts"])
        {
            for (var part = 0; part < Parts; part++)
            {
                var apart = content.Examples.Where(example => PartOf(example) == part).ToList();
                var rest = content.Examples.Where(example => PartOf(example) != part).ToList();
                var reader = Reader(content, train, rest);
                tally.Add(reader, [.. apart.Select((one, at) => (at % 2 == 0 ? one.Text : VietnameseText.Fold(one.Text), one.Subject.ToString()))]);
            }

            tally.Print(verbose: false);
            return 0;
        }

        var clock = Stopwatch.StartNew();
        var trained = Reader(content, train, content.Examples);
        Console.WriteLine($"examples {content.Examples.Count}, trained in {clock.ElapsedMilliseconds} ms");

        MeasureStart(content, clock);

        foreach (var file in files)
        {
            var fields = File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).Where(parts => parts.Length >= 3);
            tally.Add(trained, [.. fields.Select(parts => (parts[0], parts[2] is "-" or "" ? parts[1] : $"{parts[1]}:{parts[2]}"))]);
        }

        tally.Print(verbose: true);
        return 0;
    }

    /// <summary>What a start with a kept model costs beside reading the content.</summary>
    private static void MeasureStart(LoadedContent content, Stopwatch clock)
    {
        var folder = Directory.CreateTempSubdirectory("understanding-");
        var shelf = new ModelFile(folder.FullName, NullLogger<ModelFile>.Instance);
        new LearnToUnderstand(new IntentReader(content.Vocabulary), content.Vocabulary, new ExampleBook(content.Examples), shelf).Learn(CancellationToken.None);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        var reader = new IntentReader(content.Vocabulary);
        var isRecalled = new LearnToUnderstand(reader, content.Vocabulary, new ExampleBook(content.Examples), shelf).TryRecall();
        var milliseconds = clock.ElapsedMilliseconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"recalled {isRecalled} in {milliseconds} ms, {bytes / 1_000_000.0:0.0} MB");
        GC.KeepAlive(reader);
        folder.Delete(recursive: true);
    }

    private static IntentReader Reader(LoadedContent content, TrainIntentModel train, IReadOnlyList<Example> examples)
    {
        var repair = WordRepair.From(content.Vocabulary, examples);
        var reader = new IntentReader(content.Vocabulary);
        reader.Learn(train.Run(examples, repair), repair);
        return reader;
    }

    private static int PartOf(Example example) => (int)(example.Family.Aggregate(17u, (hash, letter) => (hash * 31) + letter) % Parts);

    private sealed class Tally
    {
        private readonly List<(string Text, string Right, IReadOnlyList<Guess> Guesses)> heard = [];
        private double seconds;

        public void Add(IntentReader reader, List<(string Text, string Right)> messages)
        {
            reader.Read("khởi động");
            var clock = Stopwatch.StartNew();

            foreach (var (text, right) in messages)
            {
                heard.Add((text, right, reader.Read(text).Guesses));
            }

            seconds += clock.Elapsed.TotalSeconds;
        }

        public void Print(bool verbose)
        {
            if (heard.Count == 0)
            {
                return;
            }

            static string Name(Guess guess) => new Subject(guess.Intent, guess.Key).ToString();
            bool IsRight((string Text, string Right, IReadOnlyList<Guess> Guesses) one) => one.Guesses.Count > 0 && Name(one.Guesses[0]) == one.Right;
            var wrong = heard.Where(one => !IsRight(one)).ToList();

            if (verbose)
            {
                foreach (var one in wrong.OrderBy(one => one.Right, StringComparer.Ordinal))
                {
                    Console.WriteLine($"{one.Right}\t{one.Text}\t{string.Join("  ", one.Guesses.Select(guess => string.Create(CultureInfo.InvariantCulture, $"{Name(guess)} {guess.Confidence:0.00}")))}");
                }
            }

            foreach (var group in heard.GroupBy(one => one.Right).OrderBy(group => group.Count(IsRight) / (double)group.Count()))
            {
                var into = group.Where(one => !IsRight(one)).CountBy(one => one.Guesses.Count == 0 ? "nothing" : Name(one.Guesses[0])).OrderByDescending(pair => pair.Value).Take(4);
                Console.WriteLine($"{group.Count(IsRight),4} of {group.Count(),4} {group.Key}: {string.Join(", ", into.Select(pair => $"{pair.Key} {pair.Value}"))}");
            }

            var emergencies = heard.Where(one => one.Right.StartsWith("emergency", StringComparison.Ordinal)).ToList();
            var outside = heard.Where(one => one.Right == "out_of_scope").ToList();
            Say("top 1", heard.Count(IsRight), heard.Count);
            Say("top 3", heard.Count(one => one.Guesses.Any(guess => Name(guess) == one.Right)), heard.Count);
            Say("emergencies", emergencies.Count(one => one.Guesses is [{ Intent: Intent.Emergency }, ..]), emergencies.Count);
            Say("emergencies with the number", emergencies.Count(IsRight), emergencies.Count);
            Say("false alarms", heard.Count(one => !one.Right.StartsWith("emergency", StringComparison.Ordinal) && one.Guesses is [{ Intent: Intent.Emergency }, ..]), heard.Count);
            Say("wrong with confidence 0.9", wrong.Count(one => one.Guesses is [{ Confidence: >= 0.9 }, ..]), heard.Count);
            Say("wrong and sure", wrong.Count(one => one.Guesses is [{ Confidence: >= Understood.SureFrom }, ..]), heard.Count);
            Say("sure", heard.Count(one => one.Guesses is [{ Confidence: >= Understood.SureFrom }, ..]), heard.Count);
            Say("out of scope surely reported", outside.Count(one => one.Guesses is [{ Intent: Intent.Report, Confidence: >= Understood.SureFrom }, ..]), outside.Count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ms a message {seconds * 1000 / heard.Count:0.000}"));
        }

        private static void Say(string what, int some, int all) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {some} of {all} = {some / (double)Math.Max(1, all):0.000}"));
    }
}
