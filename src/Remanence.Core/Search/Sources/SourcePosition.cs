using System.Globalization;
using Remanence.Embeddings;
using Remanence.Stores.Reads;
using Remanence.Text.Tokens;

namespace Remanence.Search.Sources;

/// <summary>How far a source has followed a workspace, and in which space its vectors are.</summary>
/// <param name="At">The store's state that it shows.</param>
/// <param name="Space">Null: the built-in one.</param>
/// <remarks>Written with the version of the terms that the source was told: texts that are read in another way now are told anew.</remarks>
internal sealed record SourcePosition(Freshness At, EmbeddingSpace? Space)
{
    private static readonly string Terms = string.Create(CultureInfo.InvariantCulture, $"terms-{Tokenizer.Version}");

    /// <summary>Whether what was told so far can be gone on with, or is of another life of the workspace, or of another space.</summary>
    public bool IsOf(long generation, EmbeddingSpace? space) => At.Generation == generation && Space == space;

    public string Write() =>
        string.Join(
            ' ',
            (string[])
                [
                    Terms,
                    At.Generation.ToString(CultureInfo.InvariantCulture),
                    At.Sequence.ToString(CultureInfo.InvariantCulture),
                    .. Space is null
                        ? (string[])[]
                        : [Space.Dimensions.ToString(CultureInfo.InvariantCulture), Uri.EscapeDataString(Space.Hash), Uri.EscapeDataString(Space.Name)],
                ]);

    /// <summary>Null for what was not written here.</summary>
    public static SourcePosition? Read(string? text)
    {
        var parts = text?.Split(' ') ?? [];
        if (parts.Length == 0 || parts[0] != Terms)
        {
            return null;
        }

        parts = parts[1..];
        if (parts.Length is not (2 or 5) || !IsNumber(parts[0], out var generation) || !IsNumber(parts[1], out var sequence))
        {
            return null;
        }

        if (parts.Length == 2)
        {
            return new SourcePosition(new Freshness(generation, sequence), null);
        }

        return IsNumber(parts[2], out var dimensions) && dimensions <= EmbeddingSpace.MaxDimensions
            ? new SourcePosition(
                new Freshness(generation, sequence), new EmbeddingSpace(Uri.UnescapeDataString(parts[4]), (int)dimensions, Uri.UnescapeDataString(parts[3])))
            : null;
    }

    private static bool IsNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
