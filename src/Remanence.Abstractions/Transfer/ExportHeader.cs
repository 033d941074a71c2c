namespace Remanence.Transfer;

/// <summary>What an export is.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Version">The format's version, <see cref="CurrentVersion"/> for those written now.</param>
/// <param name="Workspace">The workspace exported.</param>
public sealed record ExportHeader(string Format, int Version, string Workspace)
{
    /// <summary>What every export of Remanence calls itself.</summary>
    public const string CurrentFormat = "remanence-export";

    /// <summary>The version that is written, and the newest that is read.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The header of an export that is written now.</summary>
    /// <param name="workspace">The workspace exported.</param>
    public static ExportHeader Of(string workspace) => new(CurrentFormat, CurrentVersion, workspace);
}
