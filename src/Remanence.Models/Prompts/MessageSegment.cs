namespace Remanence.Models.Prompts;

/// <summary>A stretch of a conversation that fits into a prompt. Positions count from 0 in the whole conversation.</summary>
public sealed record MessageSegment
{
    /// <summary>The first message.</summary>
    public required int Start { get; init; }

    /// <summary>The message after the last.</summary>
    public required int End { get; init; }

    /// <summary>How many messages at the beginning were in the segment before, too, and are there for context.</summary>
    public int Overlap { get; init; }

    /// <summary>The part of its only message, where that message alone does not fit; null: all of it.</summary>
    public Range? Part { get; init; }
}
