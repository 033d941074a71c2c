namespace Remanence.Models.Reranking;

/// <summary>Judges how well texts answer a question. Thread-safe. Disposing frees the connection.</summary>
public abstract class Reranker : IDisposable
{
    /// <summary>Scores each text; higher answers better, the scale being the model's own.</summary>
    /// <param name="query">The question.</param>
    /// <param name="documents">The texts; never empty.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One score a text, in their order; NaN for a text that the model left out.</returns>
    /// <exception cref="ModelException">No usable answer.</exception>
    public abstract Task<IReadOnlyList<double>> ScoreAsync(string query, IReadOnlyList<string> documents, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the reranker holds.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
