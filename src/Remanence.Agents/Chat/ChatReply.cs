using Microsoft.Extensions.AI;
using Remanence.Services;

namespace Remanence.Chat;

/// <summary>An answer, and what shaped it.</summary>
public sealed record ChatReply
{
    /// <summary>Names the question; the stored messages' ids begin with it.</summary>
    public required string TurnId { get; init; }

    /// <summary>The whole answer; empty where <see cref="Mode"/> is <see cref="Modes.Verbatim"/>.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The memories that the model was given, best first, each with its sources and the explanation of its score; also when nothing is remembered.
    /// </summary>
    public required IReadOnlyList<RetrievedMemory> Memories { get; init; }

    /// <summary>The profile that the model was given; null when none was asked for.</summary>
    public UserProfile? Profile { get; init; }

    /// <summary>What the answer came to, where the model says.</summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>Of <see cref="Modes"/>: verbatim when there is no chat model, and so no answer.</summary>
    public required string Mode { get; init; }

    /// <summary>What was stored; null when nothing was to be, or when it failed (<see cref="Degraded"/>).</summary>
    public MemorizeResult? Remembered { get; init; }

    /// <summary>What went wrong beside the answer, such as that it could not be stored; null when nothing.</summary>
    public string? Degraded { get; init; }
}
