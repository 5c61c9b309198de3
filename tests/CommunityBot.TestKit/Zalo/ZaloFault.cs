using System.Globalization;

namespace CommunityBot.TestKit.Zalo;

/// <summary>What goes wrong with one call.</summary>
public sealed record ZaloFault
{
    public int Status { get; private init; } = 200;

    public string? Body { get; private init; }

    public bool CutsBefore { get; private init; }

    /// <summary>It took effect, but nobody hears of it.</summary>
    public bool CutsAfter { get; private init; }

    public Task? Wait { get; private init; }

    public static ZaloFault CutBefore { get; } = new() { CutsBefore = true };

    public static ZaloFault CutAfter { get; } = new() { CutsAfter = true };

    /// <summary>An error with HTTP 200, as Zalo does.</summary>
    public static ZaloFault Error(int code, string message = "planted") =>
        Raw(200, "{\"error\":" + code.ToString(CultureInfo.InvariantCulture) + ",\"message\":\"" + message + "\"}");

    public static ZaloFault Raw(int status, string body) => new() { Status = status, Body = body };

    /// <summary>The call waits until the test opens the gate.</summary>
    public static ZaloFault HeldBy(Task gate) => new() { Wait = gate };
}

/// <summary>The script of what goes wrong; empty means that everything works.</summary>
public sealed class ZaloFaults
{
    private readonly Lock gate = new();
    private readonly List<(string Path, ZaloFault Fault)> rules = [];

    /// <summary>The next calls of this path fail like this.</summary>
    public void Next(string path, ZaloFault fault, int times = 1)
    {
        lock (gate)
        {
            rules.AddRange(Enumerable.Repeat((path, fault), times));
        }
    }

    internal ZaloFault? For(string path)
    {
        lock (gate)
        {
            var at = rules.FindIndex(rule => rule.Path == path);

            if (at < 0)
            {
                return null;
            }

            var fault = rules[at].Fault;
            rules.RemoveAt(at);
            return fault;
        }
    }
}
