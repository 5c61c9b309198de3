using CommunityBot.Benchmarks;

return args switch
{
    ["commits", .. var parts] => await Commits.RunAsync(parts),
    ["lookups"] => LookUps.Run(),
    ["reports", .. var parts] => await Reports.RunAsync(parts),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/CommunityBot.Benchmarks -- commits [single burst sustained filled]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/CommunityBot.Benchmarks -- lookups");
    Console.Error.WriteLine("dotnet run -c Release --project tests/CommunityBot.Benchmarks -- reports [villagers [seconds]]");
    return 2;
}
