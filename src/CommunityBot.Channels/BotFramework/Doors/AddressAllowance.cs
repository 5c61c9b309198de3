using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>How many new conversations one address may begin in an hour.</summary>
internal sealed class AddressAllowance(IOptions<DirectLineOptions> options, TimeProvider clock)
{
    private readonly Allowance beginnings = new(options.Value.NewConversationsPerHour, TimeSpan.FromHours(1), clock);

    public bool TryTake(HttpContext context) => beginnings.TryTake(Name(context.Connection.RemoteIpAddress));

    // One subscriber of IPv6 holds a whole /64.
    private static string Name(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
