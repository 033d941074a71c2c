namespace Remanence.TaskMemory.Deduplication;

/// <summary>What a new memory is to a stored one.</summary>
internal enum Verdict
{
    /// <summary>Another matter.</summary>
    Different,

    /// <summary>It says the same.</summary>
    Same,

    /// <summary>It says the opposite of the same situation.</summary>
    Contradicts,
}
