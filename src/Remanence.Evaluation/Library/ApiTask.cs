namespace Remanence.Evaluation.Library;

/// <summary>Something that a caller of the server wants, with a wrong way that suggests itself and the right one.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="Wrong">What is refused.</param>
/// <param name="Right">What works, in order.</param>
internal sealed record ApiTask(string Request, ApiCall Wrong, params IReadOnlyList<ApiCall> Right)
{
    /// <summary>What must have happened before; the workspace is empty otherwise.</summary>
    public IReadOnlyList<ApiCall> Before { get; init; } = [];
}
