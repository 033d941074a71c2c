using System.Globalization;
using Remanence.Embeddings;
using Remanence.Stores.Reads;

namespace Remanence.Search.Sources;

/// <summary>How far a source has followed a workspace, and in which space its vectors are.</summary>
/// <param name="At">The store's state that it shows.</param>
/// <param name="Space">Null: the built-in one.</param>
internal sealed record SourcePosition(Freshness At, EmbeddingSpace? Space)
{
    /// <summary>Whether what was told so far can be gone on with, or is of another life of the workspace, or of another space.</summary>
    public bool IsOf(long generation, EmbeddingSpace? space) => At.Generation == generation && Space == space;

    public string Write() => string.Join(
        ' ',
        (string[])
        [
            At.Generation.ToString(CultureInfo.InvariantCulture),
            At.Sequence.ToString(CultureInfo.InvariantCulture),
            .. Space is null ? (string[])[] : [Space.Dimensions.ToString(CultureInfo.InvariantCulture), Uri.EscapeDataString(Space.Hash), Uri.EscapeDataString(Space.Name)],
        ]);

    /// <summary>Null for what was not written here.</summary>
    public static SourcePosition? Read(string? text)
    {
        var parts = text?.Split(' ') ?? [];
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
