using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Remanence.Server.Http;

/// <summary>What this machine is called. A web page can let a name of its own resolve to this machine, but none of these.</summary>
internal static class OwnNames
{
    // "localhost" and what ends so never leave the machine (RFC 6761); the others stand for it in the hosts file of common systems.
    private static readonly string[] Loopback = ["localhost", "ip6-localhost", "ip6-loopback", "localhost.localdomain", "localhost6"];

    private static readonly Lazy<HashSet<string>> Names = new(ReadNames);

    /// <summary>Whether a host is called by a name, or an address, of the loopback interface.</summary>
    public static bool AreLoopback(string host)
    {
        var name = WithoutRoot(host);
        return Loopback.Contains(name, StringComparer.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (TryAddress(name, out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>Whether a host is called by a name of this machine, one of its addresses, or the address that stands for all of them.</summary>
    public static bool Contain(string host)
    {
        var name = WithoutRoot(host);
        return TryAddress(name, out var address) ? IsAny(address) || Addresses().Contains(address) : Names.Value.Contains(name);
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static string WithoutRoot(string host) => host.EndsWith('.') ? host[..^1] : host;

    private static bool TryAddress(string name, [NotNullWhen(true)] out IPAddress? address)
    {
        if (!IPAddress.TryParse(name.AsSpan().Trim("[]"), out address))
        {
            return false;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return true;
    }

    private static HashSet<string> ReadNames()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in new[] { Environment.MachineName, Dns.GetHostName() }.Where(name => name.Length > 0))
        {
            names.Add(name);

            // The name that it has in its own network (RFC 6762).
            names.Add(name + ".local");
        }

        if (IPGlobalProperties.GetIPGlobalProperties() is { DomainName: { Length: > 0 } domain } network && domain != "(none)")
        {
            names.Add($"{network.HostName}.{domain}");
        }

        return names;
    }

    // Asked again each time: a machine gets other addresses while a server runs.
    private static IEnumerable<IPAddress> Addresses()
    {
        try
        {
            return NetworkInterface
                .GetAllNetworkInterfaces()
                .SelectMany(network => network.GetIPProperties().UnicastAddresses)
                .Select(unicast => unicast.Address);
        }
        catch (Exception exception) when (exception is NetworkInformationException or SocketException)
        {
            return [];
        }
    }
}
