using CommunityBot.Messages;

namespace CommunityBot.Host.Demo;

/// <summary>The officer's phone on the right of the demo's page: the same desk for whoever looks, under the same name.</summary>
internal sealed class DemoSeats : IFixedSeats
{
    public const string Officer = "officer";

    public string? AddressOf(string seat) => seat == Officer ? "demo-officer" : null;

    public string? NameOf(string seat) => seat == Officer ? "Nông Thị Hà" : null;
}
