using Remanence.Models;
using Remanence.Services;

namespace Remanence.Retrieval;

/// <summary>Lets a model order the best results once more. Thread-safe.</summary>
internal sealed class ResultReranker(RerankOptions options, TimeProvider time)
{
    /// <summary>How many results a search must have ranked for it.</summary>
    public int Candidates(int topK) => Math.Max(topK, options.Candidates);

    /// <summary>The results in the model's order, those that it left out last; as they were, and why, when it fails.</summary>
    public async Task<(IReadOnlyList<RetrievedMemory> Results, string? Lack)> OrderAsync(
        string query, IReadOnlyList<RetrievedMemory> results, CancellationToken cancellationToken)
    {
        if (results.Count < 2)
        {
            return (results, null);
        }

        try
        {
            using var limit = new CancellationTokenSource(options.Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var shown = results.Take(options.Candidates).ToList();
            var scores = await options.Reranker.ScoreAsync(query, [.. shown.Select(Text)], either.Token).WaitAsync(either.Token);
            var ordered = shown
                .Zip(scores)
                .OrderByDescending(pair => double.IsNaN(pair.Second) ? double.NegativeInfinity : pair.Second)
                .Select(pair => pair.First);
            return ([.. ordered, .. results.Skip(shown.Count)], null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (results, $"The reranker gave no answer within {options.Timeout.TotalSeconds:0.###} s; the results are in the search's own order.");
        }
        catch (ModelException exception)
        {
            return (results, $"The reranker failed ({exception.Failure}); the results are in the search's own order.");
        }
    }

    private string Text(RetrievedMemory result) =>
        result.Memory.Content.Length <= options.MaxCharacters ? result.Memory.Content : result.Memory.Content[..options.MaxCharacters];
}
