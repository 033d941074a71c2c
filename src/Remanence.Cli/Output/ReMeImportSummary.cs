namespace Remanence.Cli.Output;

/// <summary>What was taken over from a file of ReMe.</summary>
/// <param name="Workspace">The workspace that it filled.</param>
/// <param name="Memories">Memories stored.</param>
/// <param name="Skipped">Memories that were there already.</param>
/// <param name="Differing">Those of them that say something else there.</param>
internal sealed record ReMeImportSummary(string Workspace, long Memories, long Skipped, long Differing);
