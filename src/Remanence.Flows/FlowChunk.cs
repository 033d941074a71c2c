using System.Text.Json.Nodes;

namespace Remanence.Flows;

/// <summary>A part of a streamed answer.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Text">Its text.</param>
public sealed record FlowChunk(FlowChunkType Type, string Text)
{
    /// <summary>What belongs to it; null: nothing.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>The whole response, in the last chunk.</summary>
    public FlowResponse? Response { get; init; }
}
