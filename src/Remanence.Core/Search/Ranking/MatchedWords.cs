namespace Remanence.Search.Ranking;

/// <summary>The words of a question that a memory holds, as the question has them: terms that overlap there are one.</summary>
internal static class MatchedWords
{
    public static List<string> Of(string query, IEnumerable<Range> places)
    {
        var words = new List<string>();
        var (from, to) = (0, 0);
        foreach (var (start, end) in places.Select(place => (place.Start.Value, place.End.Value)).Order())
        {
            if (start >= to)
            {
                Add(words, query[from..to]);
                from = start;
            }

            to = Math.Max(to, end);
        }

        Add(words, query[from..to]);
        return words;
    }

    private static void Add(List<string> words, string word)
    {
        if (word.Length > 0 && !words.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            words.Add(word);
        }
    }
}
