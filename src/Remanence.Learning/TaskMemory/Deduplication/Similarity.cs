using System.Numerics.Tensors;
using Remanence.Diagnostics;
using Remanence.Memories;
using Remanence.Models.BuiltIn;

namespace Remanence.TaskMemory.Deduplication;

/// <summary>How alike task memories are: the cosine of situation and lesson together, by the built-in embedder. Thread-safe.</summary>
internal sealed class Similarity(StaticEmbedder embedder)
{
    public double Of(Memory first, Memory second) => Of(TextOf(first), TextOf(second));

    public double Of(string first, string second)
    {
        var left = new float[embedder.Dimensions];
        var right = new float[embedder.Dimensions];
        embedder.Embed(first, left);
        embedder.Embed(second, right);
        return TensorPrimitives.Dot<float>(left, right);
    }

    /// <summary>Whether they say the same, but for white space, case and marks at the end.</summary>
    public static bool AreEqual(Memory first, Memory second) =>
        Plain(first.Content) == Plain(second.Content) && Plain(first.Trigger ?? "") == Plain(second.Trigger ?? "");

    private static string TextOf(Memory memory) => memory.Trigger is { } trigger ? $"{trigger} {memory.Content}" : memory.Content;

    private static string Plain(string text) => ShortText.OneLine(text, int.MaxValue - 1).TrimEnd('.', '。', '!', '！', ' ').ToLowerInvariant();
}
