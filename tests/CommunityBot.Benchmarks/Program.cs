using CommunityBot.Benchmarks;

return args switch
{
    ["commits", .. var parts] => await Commits.RunAsync(parts),
    ["lookups"] => LookUps.Run(),
    ["reports", .. var parts] => await Reports.RunAsync(parts),
    ["understand", .. var files] => Understanding.Run(files),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/CommunityBot.Benchmarks -- commits [single burst sustained filled]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/CommunityBot.Benchmarks -- lookups");
    Console.Error.WriteLine("dotnet run -c Release --project tests/CommunityBot.Benchmarks -- reports [villagers [seconds]]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/CommunityBot.Benchmarks -- understand [messages.tsv]");
    return 2;
}
