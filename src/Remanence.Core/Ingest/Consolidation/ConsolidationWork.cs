using System.Text.Json;
using Remanence.Jobs;

namespace Remanence.Ingest.Consolidation;

/// <summary>The payload of a job of kind <see cref="JobKinds.Consolidate"/>: the new messages are exactly those stored under the resource.</summary>
/// <param name="ResourceId">The conversation; empty: there are no new messages, and only what is known already is settled.</param>
/// <param name="Count">How many messages it holds.</param>
public sealed record ConsolidationWork(string ResourceId, int Count)
{
    /// <summary>The work of settling what is known already.</summary>
    public static ConsolidationWork Settling { get; } = new(string.Empty, 1);

    /// <summary>Whether a job of that kind is to settle what is known already.</summary>
    /// <param name="job">The job.</param>
    public static bool Settles(Job job) => Of(job).ResourceId.Length == 0;

    /// <summary>As a job carries it.</summary>
    public JsonElement ToPayload() => JsonSerializer.SerializeToElement(this, ConsolidationJson.Default.ConsolidationWork);

    /// <summary>What a job carries.</summary>
    /// <param name="job">A job of that kind.</param>
    /// <exception cref="InvalidOperationException">It carries none.</exception>
    public static ConsolidationWork Of(Job job) =>
        (job.Payload is { } payload ? payload.Deserialize(ConsolidationJson.Default.ConsolidationWork) : null)
        ?? throw new InvalidOperationException($"A job of kind {job.Kind} names no conversation.");
}
