using Remanence.Models.Profiles;
using Remanence.Models.Reranking;
using Remanence.Text.Tokens;

namespace Remanence.Models.Calls;

/// <summary>A provider's reranker behind the policies of its profile. Rerankers report no tokens: theirs are estimated.</summary>
internal sealed class ModelReranker(Reranker inner, ModelProfile profile, CallPipeline pipeline) : Reranker
{
    public override async Task<IReadOnlyList<double>> ScoreAsync(string query, IReadOnlyList<string> documents, CancellationToken cancellationToken = default)
    {
        var call = new ModelCall(profile, "rerank", () => CallText.Estimate(documents) + TokenEstimate.Of(query));
        var scores = await pipeline.RunAsync(call, token => inner.ScoreAsync(query, documents, token), cancellationToken);
        return scores.Count == documents.Count
            ? scores
            : throw new ModelException(
                ModelFailure.BadReply,
                $"{profile.Name}: {documents.Count} texts were sent and {scores.Count} scores came back; is it a rerank model?",
                profile.Name);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
