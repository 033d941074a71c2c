namespace Remanence.Server.Configuration;

/// <summary>A setting that cannot be used. Its message is one line that names where it came from, the setting, the value and the remedy.</summary>
public sealed class SettingsException : RemanenceException
{
    public SettingsException(string message, string? setting = null, string? file = null, int? line = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Setting = setting;
        File = file;
        Line = line;
    }

    /// <summary>The dotted name at fault.</summary>
    public string? Setting { get; }

    /// <summary>The file at fault.</summary>
    public string? File { get; }

    /// <summary>The line in <see cref="File"/>, from 1.</summary>
    public int? Line { get; }
}
