using System.Net;

namespace Remanence.Server.Configuration;

/// <summary>Everything that can be set about a server. Immutable.</summary>
public sealed record RemanenceSettings
{
    /// <summary>All settings, in the order in which they are explained.</summary>
    public static IReadOnlyList<Setting> Known { get; } =
    [
        new(SettingNames.HttpHost, "127.0.0.1", "The address to listen on."),
        new(SettingNames.HttpPort, "8002", "The port to listen on; 0 takes any free one."),
        new(SettingNames.HttpMaxBodyMb, "32", "The largest request body, and the longest line of an import, in MiB."),
        new(SettingNames.HttpAllowUnauthenticated, "false", "Whether to listen beyond loopback although anyone who can connect may read and change everything."),
        new(SettingNames.HttpAllowedHosts, string.Empty, "Host names that requests may carry besides this machine's loopback names, separated by commas; * for any."),
        new(SettingNames.DataPath, "./.remanence", "The folder that holds the data."),
        new(SettingNames.SearchMemoryMb, "1024", "What all search indexes together may take, in MiB, before the least used are dropped; they are rebuilt when asked for."),
        new(SettingNames.TelemetryOtlpEndpoint, string.Empty, "The OpenTelemetry collector to send metrics and spans to, such as http://127.0.0.1:4318; nothing is sent without one."),
        new(SettingNames.LogLevel, "information", "The least important log entries to write: trace, debug, information, warning, error, critical or none."),
    ];

    /// <summary>The address to listen on.</summary>
    public IPAddress HttpHost { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on; 0: any free one.</summary>
    public int HttpPort { get; init; } = 8002;

    /// <summary>The largest request body in MiB.</summary>
    public int HttpMaxBodyMb { get; init; } = 32;

    /// <summary>Whether an unauthenticated server may listen beyond loopback.</summary>
    public bool HttpAllowUnauthenticated { get; init; }

    /// <summary>Host names that requests may carry besides loopback names.</summary>
    public IReadOnlyList<string> HttpAllowedHosts { get; init; } = [];

    /// <summary>The folder that holds the data.</summary>
    public string DataPath { get; init; } = "./.remanence";

    /// <summary>What all search indexes together may take, in MiB.</summary>
    public int SearchMemoryMb { get; init; } = 1024;

    /// <summary>The OpenTelemetry collector; null: nothing is sent.</summary>
    public Uri? TelemetryOtlpEndpoint { get; init; }

    /// <summary>The least important log entries to write.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    internal long MaxBodyBytes => HttpMaxBodyMb * 1024L * 1024L;

    internal string StoreFile => Path.Combine(DataPath, "remanence.db");

    /// <summary>Reads the settings: arguments win over the environment, that over the file, that over the defaults.</summary>
    /// <param name="overrides">Arguments, <c>name=value</c>; <c>config=FILE</c> names the file.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <param name="configFile">The file; null: <c>remanence.yaml</c> in the working folder when there is one.</param>
    /// <exception cref="SettingsException">One of them cannot be used.</exception>
    public static RemanenceSettings Load(IEnumerable<string> overrides, Func<string, string?> environment, string? configFile) =>
        Load(overrides, environment, configFile, Directory.GetCurrentDirectory());

    internal static RemanenceSettings Load(IEnumerable<string> overrides, Func<string, string?> environment, string? configFile, string workingFolder)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(environment);
        var reader = new SettingsReader(SettingsSource.Read(Known, overrides, environment, configFile, workingFolder), Known);
        var settings = new RemanenceSettings
        {
            HttpHost = reader.Address(SettingNames.HttpHost),
            HttpPort = reader.Integer(SettingNames.HttpPort, 0, 65_535),
            HttpMaxBodyMb = reader.Integer(SettingNames.HttpMaxBodyMb, 1, 1024),
            HttpAllowUnauthenticated = reader.Flag(SettingNames.HttpAllowUnauthenticated),
            HttpAllowedHosts = reader.List(SettingNames.HttpAllowedHosts),
            DataPath = reader.Text(SettingNames.DataPath),
            SearchMemoryMb = reader.Integer(SettingNames.SearchMemoryMb, 16, 1024 * 1024),
            TelemetryOtlpEndpoint = reader.OptionalAddress(SettingNames.TelemetryOtlpEndpoint),
            LogLevel = reader.Level(SettingNames.LogLevel),
        };
        return IPAddress.IsLoopback(settings.HttpHost) || settings.HttpAllowUnauthenticated
            ? settings
            : throw reader.Refused(
                SettingNames.HttpHost,
                "would let anyone who can connect read and change everything; use a loopback address such as 127.0.0.1, or set http.allow_unauthenticated=true.");
    }
}
