namespace Remanence.Flows;

/// <summary>What a chunk of a stream is.</summary>
public enum FlowChunkType
{
    /// <summary>Reasoning.</summary>
    Think,

    /// <summary>A part of the answer.</summary>
    Answer,

    /// <summary>The use of a tool.</summary>
    Tool,

    /// <summary>What models used.</summary>
    Usage,

    /// <summary>Something went wrong that does not end the flow.</summary>
    Error,

    /// <summary>The end, with the whole response.</summary>
    Done,
}
