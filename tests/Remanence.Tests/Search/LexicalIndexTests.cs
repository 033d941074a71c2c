using FsCheck;
using FsCheck.Fluent;
using Remanence.Search.Lexical;

namespace Remanence.Tests.Search;

public sealed class LexicalIndexTests
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;
    private static readonly string[] Words = ["a", "b", "c", "d", "e"];

    [Fact]
    public void An_unknown_term_is_not_found() => new LexicalIndex().Find("nothing").ShouldBeNull();

    [Fact]
    public void Scores_are_BM25_over_the_visible_passages_alone()
    {
        var passages = Gen.Choose(1, 12).SelectMany(count => Gen.ArrayOf(Gen.ArrayOf(Gen.Elements(Words)), count));
        CheckScores(passages, Gen.ArrayOf(Gen.Elements((byte)0, (byte)1), 12));
    }

    // One or two of some hundred: those are looked up in the long list.
    [Fact]
    public void Scores_are_the_same_for_the_few_of_many()
    {
        var passages = Gen.ArrayOf(Gen.ArrayOf(Gen.Elements(Words), 6), 300);
        CheckScores(
            passages,
            Gen.Choose(1, 2)
                .SelectMany(count => Gen.ArrayOf(Gen.Choose(0, 299), count))
                .Select(seen => Enumerable.Range(0, 300).Select(i => seen.Contains(i) ? (byte)1 : (byte)0).ToArray()));
    }

    private static void CheckScores(Gen<string[][]> passages, Gen<byte[]> visible) =>
        Prop.ForAll(passages.ToArbitrary(), visible.ToArbitrary(), (texts, seen) =>
        {
            var mask = seen.AsSpan(0, texts.Length);
            var index = new LexicalIndex();
            foreach (var text in texts)
            {
                index.Add(new TermCounts([.. text.CountBy(word => word)], text.Length));
            }

            var visibleTexts = texts.Where((_, i) => seen[i] == 1).ToArray();
            var statistics = index.Statistics(mask, K1, B);
            var scores = new float[texts.Length];
            if (index.Find("a") is { } postings)
            {
                index.Score(postings, 1, statistics, mask, scores);
            }

            for (var i = 0; i < texts.Length; i++)
            {
                scores[i].ShouldBe(seen[i] == 0 ? 0 : Expected(texts[i], visibleTexts), 1e-4f);
            }
        }).Hold();

    private static float Expected(string[] text, string[][] corpus)
    {
        double frequency = text.Count(word => word == "a");
        var documents = corpus.Count(other => other.Contains("a"));
        var average = Math.Max(1, corpus.Average(other => other.Length));
        var idf = Math.Log(1 + ((corpus.Length - documents + 0.5) / (documents + 0.5)));
        return frequency == 0 ? 0 : (float)(idf * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * text.Length / average)))));
    }
}
