namespace Remanence.Server.Configuration;

/// <summary>A value as it was written, and where.</summary>
internal sealed record SettingOrigin(string Value, string Where, string? File = null, int? Line = null);
