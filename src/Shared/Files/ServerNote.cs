using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Remanence.Diagnostics;

// A file beside a store that tells which server has it: who finds the store in use can ask that server. It is a hint; the lock decides.
internal static class ServerNote
{
    private const string Suffix = ".server";

    public static void Write(string store, Uri address)
    {
        try
        {
            // Made anew: a file that exists keeps the rights that it has, and whoever may write it says where the command line sends what people said.
            File.Delete(store + Suffix);
            using var file = PrivateFiles.Open(store + Suffix, FileMode.CreateNew);
            using var note = new StreamWriter(file);
            note.Write(string.Create(CultureInfo.InvariantCulture, $"{Local(address)} {Environment.ProcessId}\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The server works without it.
        }
    }

    public static void Remove(string store)
    {
        try
        {
            File.Delete(store + Suffix);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is left behind names a process that has ended.
        }
    }

    // The address of the server that has the store; null when none says so, or the process that did has ended.
    public static Uri? Find(string store)
    {
        try
        {
            return File.ReadAllText(store + Suffix).Split(' ') is [var address, var process]
                && int.TryParse(process, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var id) && IsAlive(id)
                && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" ? uri : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // All addresses are none that everybody can connect to.
    private static string Local(Uri address) =>
        IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? $"{address.Scheme}://{(ip.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]")}:{address.Port.ToString(CultureInfo.InvariantCulture)}"
            : address.GetLeftPart(UriPartial.Authority);
}
