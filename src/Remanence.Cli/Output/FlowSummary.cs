using System.Text.Json;

namespace Remanence.Cli.Output;

/// <summary>A flow, for scripts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">What it is made of.</param>
/// <param name="Description">What it does.</param>
/// <param name="Stream">Whether it answers as a stream.</param>
/// <param name="InputSchema">What it takes, as JSON schema.</param>
/// <param name="Mermaid">Its chart.</param>
internal sealed record FlowSummary(string Name, string Expression, string Description, bool Stream, JsonElement InputSchema, string Mermaid);
