using Remanence.Memories;
using Remanence.Search.Lexical;
using Remanence.Text.Time.Patterns;

namespace Remanence.Search;

/// <summary>A memory, read by tokenizer and embedder: what the index needs and that can be prepared outside its lock.</summary>
internal sealed class AnalyzedMemory
{
    public required Memory Memory { get; init; }

    /// <summary>One a passage.</summary>
    public required TermCounts[] Terms { get; init; }

    /// <summary>One a passage, <c>float[d]</c> each, end to end.</summary>
    public required float[] Vectors { get; init; }

    /// <summary>The message ends by asking.</summary>
    public required bool AsksOnly { get; init; }

    /// <summary>It holds few words of substance.</summary>
    public required bool SaysLittle { get; init; }

    /// <summary>Who speaks, when that is known.</summary>
    public required string? Speaker { get; init; }

    /// <summary>Terms of the speaker's name.</summary>
    public required string[] NameTerms { get; init; }

    /// <summary>How what it speaks about comes again, when that is known.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>Equal for equal contents, in this process.</summary>
    public required int ContentHash { get; init; }
}
