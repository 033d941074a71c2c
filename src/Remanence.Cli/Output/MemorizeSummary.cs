namespace Remanence.Cli.Output;

/// <summary>What became of the messages of one command.</summary>
/// <param name="Workspace">Where they are.</param>
/// <param name="Messages">How many were given.</param>
/// <param name="ResourceIds">The conversations that hold them, one a call.</param>
/// <param name="MemoryIds">The memories made, or those that held the messages already.</param>
/// <param name="JobIds">The background jobs queued.</param>
/// <param name="Mode">How they were understood.</param>
internal sealed record MemorizeSummary(
    string Workspace, int Messages, IReadOnlyList<string> ResourceIds, IReadOnlyList<string> MemoryIds, IReadOnlyList<string> JobIds, string Mode);
