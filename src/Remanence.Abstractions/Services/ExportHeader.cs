namespace Remanence.Services;

/// <summary>What an export is.</summary>
/// <param name="Format">Always <c>remanence-export</c>.</param>
/// <param name="Version">The format's version, 1.</param>
/// <param name="Workspace">The workspace exported.</param>
public sealed record ExportHeader(string Format, int Version, string Workspace);
