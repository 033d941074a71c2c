namespace Remanence.Cli.Output;

/// <summary>What was written.</summary>
/// <param name="Workspace">The workspace exported.</param>
/// <param name="File">The file.</param>
/// <param name="Records">Lines after the header.</param>
/// <param name="Memories">Memories among them.</param>
internal sealed record ExportSummary(string Workspace, string File, long Records, long Memories);
