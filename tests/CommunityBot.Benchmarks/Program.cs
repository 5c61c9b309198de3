using CommunityBot.Benchmarks;

return args switch
{
    ["lookups"] => LookUps.Run(),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/CommunityBot.Benchmarks -- lookups");
    return 2;
}
