namespace Remanence.Server.Configuration;

internal static class SettingNames
{
    public const string HttpHost = "http.host";
    public const string HttpPort = "http.port";
    public const string HttpMaxBodyMb = "http.max_body_mb";
    public const string HttpAllowUnauthenticated = "http.allow_unauthenticated";
    public const string HttpAllowedHosts = "http.allowed_hosts";
    public const string DataPath = "data.path";
    public const string SearchMemoryMb = "search.memory_mb";
    public const string TelemetryOtlpEndpoint = "telemetry.otlp_endpoint";
    public const string LogLevel = "log.level";

    /// <summary>Names the file itself, so it cannot stand in the file.</summary>
    public const string Config = "config";

    public const string ConfigVariable = "REMANENCE_CONFIG";
}
