using Remanence.Memories;
using Remanence.Models;
using Remanence.Search;

namespace Remanence.Embeddings;

/// <summary>
/// Embeds the passages of memories in bounded calls. A call that the endpoint refuses is halved until the text it does not take stands alone; that text has no
/// vector. Not thread-safe: one a run.
/// </summary>
internal sealed class PassageEmbedder(ExternalEmbedder embedder, EmbedderOptions options)
{
    // What every model takes: when it is refused as well, the fault is not the text's.
    private static readonly string[] Harmless = ["tea"];

    private bool _takesTexts;

    /// <summary>The vectors of each memory's passages, those refused left out.</summary>
    public async Task<IReadOnlyList<QuantizedVector>[]> EmbedAsync(IReadOnlyList<Memory> memories, CancellationToken cancellationToken)
    {
        var passages = memories.Select(MemoryAnalyzer.PassagesOf).ToArray();
        string[] texts = [.. passages.SelectMany(texts => texts)];
        var vectors = new List<QuantizedVector?>(texts.Length);
        for (var start = 0; start < texts.Length;)
        {
            var end = EndOfCall(texts, start);
            vectors.AddRange(await EmbedAsync(texts[start..end], cancellationToken));
            start = end;
        }

        if (vectors.OfType<QuantizedVector>().Select(vector => vector.Values.Length).Distinct().Count() > 1)
        {
            throw new ModelException(
                ModelFailure.BadReply,
                $"The embedder {embedder.Name} changed its dimensions within a minute; check what serves it.",
                embedder.Name);
        }

        var next = 0;
        return
        [
            .. passages.Select(texts =>
                (IReadOnlyList<QuantizedVector>)[.. vectors.GetRange((next += texts.Count) - texts.Count, texts.Count).OfType<QuantizedVector>()]),
        ];
    }

    /// <summary>How many dimensions the endpoint answers in, asked with a text that it takes.</summary>
    public async Task<int> MeasureAsync(CancellationToken cancellationToken) =>
        (await EmbeddingCall.AskAsync(embedder, Harmless, cancellationToken))[0].Length;

    private int EndOfCall(string[] texts, int start)
    {
        var end = start + 1;
        var characters = texts[start].Length;
        while (end < texts.Length && end - start < options.MaxBatchTexts && characters + texts[end].Length <= options.MaxBatchCharacters)
        {
            characters += texts[end++].Length;
        }

        return end;
    }

    private async Task<IEnumerable<QuantizedVector?>> EmbedAsync(string[] texts, CancellationToken cancellationToken)
    {
        try
        {
            var vectors = await EmbeddingCall.AskAsync(embedder, [.. texts.Select(text => embedder.PassagePrefix + text)], cancellationToken);
            _takesTexts = true;
            return vectors.Select(vector => QuantizedVector.From(vector));
        }
        catch (ModelException exception) when (exception.Failure is ModelFailure.Rejected or ModelFailure.Refused)
        {
            if (texts.Length == 1)
            {
                await RequireHarmlessAsync(cancellationToken);
                return [null];
            }
        }

        var half = texts.Length / 2;
        return [.. await EmbedAsync(texts[..half], cancellationToken), .. await EmbedAsync(texts[half..], cancellationToken)];
    }

    // An unknown model refuses everything, and that must not look like texts that cannot be embedded.
    private async Task RequireHarmlessAsync(CancellationToken cancellationToken)
    {
        if (!_takesTexts)
        {
            await EmbeddingCall.AskAsync(embedder, Harmless, cancellationToken);
            _takesTexts = true;
        }
    }
}
