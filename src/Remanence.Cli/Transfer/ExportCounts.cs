namespace Remanence.Cli.Transfer;

/// <summary>What an export wrote.</summary>
/// <param name="Records">Lines after the header.</param>
/// <param name="Memories">Memories among them.</param>
internal readonly record struct ExportCounts(long Records, long Memories);
