using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Services;

/// <summary>Changes to a memory; an absent member stays as it is.</summary>
public sealed record MemoryPatch
{
    /// <summary>New text; not blank.</summary>
    public string? Content { get; init; }

    /// <summary>New trigger.</summary>
    public string? Trigger { get; init; }

    /// <summary>New keywords, all of them.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>New metadata, all of it: a JSON object.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>New event time.</summary>
    public EventTimeDocument? EventTime { get; init; }

    /// <summary>New start of validity.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>New end of validity.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>New standing: active or expired.</summary>
    public MemoryStatus? Status { get; init; }

    /// <summary>New score, 0 to 1.</summary>
    public double? Score { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Reason { get; init; }
}
