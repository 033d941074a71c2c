using Remanence.Memories;

namespace Remanence.Search;

/// <summary>A memory as it is found.</summary>
public sealed record SourceDocument
{
    /// <summary>The memory: its scope, kind, status, times, keywords, categories and metadata are what filters ask for.</summary>
    public required Memory Memory { get; init; }

    /// <summary>The text to be found by: trigger, content and keywords.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The text as Remanence reads it, each distinct term with how often it stands there: English stems; pairs of characters, and single ones, for scripts
    /// without spaces between words; emoji. For engines whose own analysis does not know the language; questions come in the same terms.
    /// </summary>
    public required IReadOnlyList<WeightedTerm> Terms { get; init; }

    /// <summary>
    /// One a passage of the text, of unit length, all of one space: a memory is as near as its nearest. None where the text has no direction, or the
    /// workspace's embedder has not come to it yet; it is put again then.
    /// </summary>
    public required IReadOnlyList<ReadOnlyMemory<float>> Vectors { get; init; }
}
