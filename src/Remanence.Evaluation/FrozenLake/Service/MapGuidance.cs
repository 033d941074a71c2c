namespace Remanence.Evaluation.FrozenLake.Service;

/// <summary>What the service returned for a map.</summary>
/// <param name="Answer">Its guidance; empty where it knew nothing.</param>
/// <param name="Memories">Each memory's situation and content.</param>
internal sealed record MapGuidance(string Answer, IReadOnlyList<string> Memories)
{
    /// <summary>What goes into the conversation: the guidance, or the memories where the service gives no guidance; null where there is neither.</summary>
    public string? Notes => Answer.Length > 0 ? Answer : Memories.Count > 0 ? string.Join("\n\n", Memories) : null;

    /// <summary>Every text, the exact ones first: guidance may be reworded.</summary>
    public IReadOnlyList<string> Texts => Answer.Length > 0 ? [.. Memories, Answer] : Memories;
}
