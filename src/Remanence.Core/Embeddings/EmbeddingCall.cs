using Microsoft.Extensions.AI;
using Remanence.Models;

namespace Remanence.Embeddings;

/// <summary>One call to an external embedder, its answer checked.</summary>
internal static class EmbeddingCall
{
    /// <summary>One vector a text, all finite and of one number of dimensions.</summary>
    /// <exception cref="ModelException">The endpoint failed, or answered something else.</exception>
    public static async Task<float[][]> AskAsync(ExternalEmbedder embedder, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            var vectors = await AnswerAsync(embedder, texts, cancellationToken);
            embedder.LastFailure = null;
            return vectors;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            embedder.LastFailure = Name(exception);
            throw;
        }
    }

    /// <summary>What a failure is called where there is no room for its message, or nobody to act on it.</summary>
    public static string Name(Exception exception) => exception is ModelException model ? $"failed ({model.Failure})" : $"failed ({exception.GetType().Name})";

    private static async Task<float[][]> AnswerAsync(ExternalEmbedder embedder, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var options = embedder.Dimensions is { } dimensions ? new EmbeddingGenerationOptions { Dimensions = dimensions } : null;
        var answer = await GenerateAsync(embedder, texts, options, cancellationToken);
        if (answer.Count != texts.Count)
        {
            throw BadReply(embedder, $"{answer.Count} vectors for {texts.Count} texts");
        }

        var vectors = answer.Select(embedding => embedding.Vector.ToArray()).ToArray();
        var length = embedder.Dimensions ?? vectors.FirstOrDefault()?.Length ?? 0;
        return vectors.FirstOrDefault(vector => vector.Length != length) is { } odd
                ? throw BadReply(embedder, $"a vector of {odd.Length} dimensions where {length} belong")
            : length is < 1 or > EmbeddingSpace.MaxDimensions ? throw BadReply(embedder, $"vectors of {length} dimensions")
            : vectors.Any(vector => vector.Any(value => !float.IsFinite(value))) ? throw BadReply(embedder, "a number that is not finite")
            : vectors;
    }

    // A client's own time limit may look like a cancellation, which a job would take for its own.
    private static async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        ExternalEmbedder embedder, IReadOnlyList<string> texts, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return await embedder.Generator.GenerateAsync(texts, options, cancellationToken);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(ModelFailure.TimedOut, $"The embedder {embedder.Name} gave no answer in time.", embedder.Name, innerException: exception);
        }
    }

    private static ModelException BadReply(ExternalEmbedder embedder, string what) =>
        new(ModelFailure.BadReply, $"The embedder {embedder.Name} answered with {what}; check its model and its dimensions.", embedder.Name);
}
