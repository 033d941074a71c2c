using System.Globalization;
using System.Numerics.Tensors;
using Remanence.Models.BuiltIn;
using Remanence.Text.Folding;
using Remanence.Text.Tokens;

namespace WordsAndTimes;

// Which passage of a text answers a question: by the words that both have, and by how near the built-in embedder finds them.
public sealed class PassageReader
{
    private readonly List<string> _passages;

    public PassageReader(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _passages = [.. Passages.Split(text).Select(range => text[range].Trim())];
    }

    public string Best(string question)
    {
        var (words, vector) = (Words(question), Vector(question));
        var scored = _passages.Select(passage =>
            (Passage: passage, Shared: words.Count(Words(passage).Contains), Near: TensorPrimitives.Dot<float>(vector, Vector(passage))));
        var best = scored.OrderByDescending(found => found.Shared + found.Near).First();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\"{Beginning(best.Passage)}\"  ({best.Shared} words shared, {best.Near:0.00} near, about {TokenEstimate.Of(best.Passage)} tokens)");
    }

    // The terms that say something: folded and stemmed, Chinese as pairs of characters.
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        TermSink keep = term =>
        {
            if (term.Kind == IndexTermKind.Word && !StopWords.Contains(term.Text))
            {
                words.Add(term.ToString());
            }
        };
        Tokenizer.Tokenize(text, keep);
        return words;
    }

    private static float[] Vector(string text)
    {
        var vector = new float[StaticEmbedder.Shared.Dimensions];
        StaticEmbedder.Shared.Embed(CharacterForms.Plain(text), vector);
        return vector;
    }

    // As it is indexed: small letters without their marks; 0 is a character that vanishes.
    private static string Beginning(string passage) => string.Concat(passage.Take(40).Select(CharacterFolding.Fold).Where(letter => letter != 0)) + "…";
}
