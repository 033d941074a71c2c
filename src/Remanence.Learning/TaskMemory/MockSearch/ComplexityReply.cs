using System.ComponentModel;

namespace Remanence.TaskMemory.MockSearch;

/// <summary>How complex a model finds a question.</summary>
internal sealed record ComplexityReply
{
    [Description(
        "simple: one fact answers it. medium: it takes a few facts, a comparison or an explanation. complex: it takes analysis over many facts or several "
        + "steps.")]
    public required QueryComplexity Complexity { get; init; }
}
