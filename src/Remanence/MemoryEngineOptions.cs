using Microsoft.Extensions.AI;
using Remanence.Jobs;

namespace Remanence;

/// <summary>How an engine works.</summary>
public sealed record MemoryEngineOptions : CoreEngineOptions
{
    /// <summary>
    /// Who does background work, one a kind; jobs of kinds without one wait. With one for <see cref="JobKinds.Consolidate"/>, new messages are queued for it.
    /// Default: what comes with Remanence, with <see cref="ChatClient"/>.
    /// </summary>
    public IReadOnlyList<JobHandler> JobHandlers { get; init; } = [];

    /// <summary>
    /// The model that reads conversations and draws insights; new messages are then queued for it. Null: rules do, when somebody asks. Called by several jobs
    /// at once, not disposed. Not used where flows are configured, which name models of their own.
    /// </summary>
    public IChatClient? ChatClient { get; init; }
}
