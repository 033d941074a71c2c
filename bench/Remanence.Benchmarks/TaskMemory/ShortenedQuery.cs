namespace Remanence.Benchmarks.TaskMemory;

/// <summary>A text of which a third of the words is gone: how somebody might ask for it who does not know it by heart.</summary>
internal static class ShortenedQuery
{
    /// <param name="text">The text.</param>
    /// <param name="random">Which words go.</param>
    public static string Of(string text, Random random)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var gone = Enumerable.Range(0, words.Length).ToArray();
        random.Shuffle(gone);
        var dropped = gone.Take((int)Math.Round(words.Length / 3.0)).ToHashSet();
        return string.Join(' ', words.Where((_, i) => !dropped.Contains(i)));
    }
}
