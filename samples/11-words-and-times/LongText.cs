namespace WordsAndTimes;

// Subjects told at length, as a document would: long enough that each has passages of its own.
internal static class LongText
{
    private const int Length = 560;

    public static string Of(params IEnumerable<string> subjects) =>
        string.Join("\n\n", subjects.Select(subject => string.Concat(Enumerable.Repeat(subject, Length / subject.Length)).Trim()));
}
