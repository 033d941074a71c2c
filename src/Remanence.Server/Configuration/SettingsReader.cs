using System.Globalization;
using System.Net;
using Remanence.Diagnostics;

namespace Remanence.Server.Configuration;

/// <summary>Turns what was written into typed values, or says exactly what is wrong with it.</summary>
internal sealed class SettingsReader(SettingsSource source, IReadOnlyList<Setting> known)
{
    public string Text(string name)
    {
        var value = Value(name, out var origin);
        return string.IsNullOrWhiteSpace(value) || value.Contains('\0', StringComparison.Ordinal) ? throw Wrong(name, value, origin, "must not be empty") : value;
    }

    public int Integer(string name, int min, int max)
    {
        var value = Value(name, out var origin);
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw Wrong(name, value, origin, $"must be a whole number from {min} to {max}");
    }

    public bool Flag(string name)
    {
        var value = Value(name, out var origin);
        return value switch
        {
            "true" or "True" => true,
            "false" or "False" => false,
            _ => throw Wrong(name, value, origin, "must be true or false"),
        };
    }

    public LogLevel Level(string name)
    {
        var value = Value(name, out var origin);
        return value.ToUpperInvariant() switch
        {
            "TRACE" => LogLevel.Trace,
            "DEBUG" => LogLevel.Debug,
            "INFORMATION" or "INFO" => LogLevel.Information,
            "WARNING" => LogLevel.Warning,
            "ERROR" => LogLevel.Error,
            "CRITICAL" => LogLevel.Critical,
            "NONE" => LogLevel.None,
            _ => throw Wrong(name, value, origin, "must be trace, debug, information, warning, error, critical or none"),
        };
    }

    /// <summary>An HTTP address, or null when empty.</summary>
    public Uri? OptionalAddress(string name)
    {
        var value = Value(name, out var origin);
        if (value.Length == 0)
        {
            return null;
        }

        return Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw Wrong(name, value, origin, "must be an address such as http://127.0.0.1:4318");
    }

    /// <summary>An address to listen on; null stands for every address.</summary>
    public IPAddress Address(string name)
    {
        var value = Value(name, out var origin);
        if (string.Equals(value, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        // IPAddress takes "1" and "0x7f.1" for addresses; what nobody means to write is refused.
        var plain = value.Trim('[', ']');
        return IPAddress.TryParse(plain, out var address) && (plain.Contains(':', StringComparison.Ordinal) || plain.Count(c => c == '.') == 3)
            ? address
            : throw Wrong(name, value, origin, "must be an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost");
    }

    public IReadOnlyList<string> List(string name) =>
        Value(name, out _).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public SettingsException Refused(string name, string why)
    {
        var value = Value(name, out var origin);
        return new SettingsException($"{origin?.Where ?? "default"}: {name}={Printable.Line(value)} {why}", name, origin?.File, origin?.Line);
    }

    private static SettingsException Wrong(string name, string value, SettingOrigin? origin, string rule) =>
        new($"{origin?.Where ?? "default"}: {name} {rule}, not {Printable.Show(value)}.", name, origin?.File, origin?.Line);

    private string Value(string name, out SettingOrigin? origin)
    {
        origin = source.Find(name);
        return origin?.Value ?? known.First(setting => setting.Name == name).Default;
    }
}
