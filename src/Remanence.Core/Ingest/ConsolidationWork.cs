using System.Text.Json;
using Remanence.Jobs;

namespace Remanence.Ingest;

/// <summary>The payload of a job of kind <see cref="JobKinds.Consolidate"/>: the new messages are exactly those stored under the resource.</summary>
/// <param name="ResourceId">The conversation.</param>
/// <param name="Count">How many messages it holds.</param>
public sealed record ConsolidationWork(string ResourceId, int Count)
{
    /// <summary>As a job carries it.</summary>
    public JsonElement ToPayload() => JsonSerializer.SerializeToElement(this, ConsolidationJson.Default.ConsolidationWork);

    /// <summary>What a job carries.</summary>
    /// <param name="job">A job of that kind.</param>
    /// <exception cref="InvalidOperationException">It carries none.</exception>
    public static ConsolidationWork Of(Job job) =>
        (job.Payload is { } payload ? payload.Deserialize(ConsolidationJson.Default.ConsolidationWork) : null)
        ?? throw new InvalidOperationException($"A job of kind {job.Kind} names no conversation.");
}
