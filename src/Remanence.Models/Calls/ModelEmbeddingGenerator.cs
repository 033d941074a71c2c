using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace Remanence.Models.Calls;

/// <summary>A provider's embedder behind the policies of its profile.</summary>
internal sealed class ModelEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, ModelProfile profile, CallPipeline pipeline)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values as IReadOnlyCollection<string> ?? [.. values];
        if (texts.Count == 0)
        {
            return [];
        }

        var call = new ModelCall(profile, "embeddings", () => CallText.Estimate(texts));
        return await pipeline.RunAsync(call, async token => Checked(await InnerGenerator.GenerateAsync(texts, options, token), texts.Count), cancellationToken);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ModelProfile) ? profile : base.GetService(serviceType, serviceKey);

    private GeneratedEmbeddings<Embedding<float>> Checked(GeneratedEmbeddings<Embedding<float>> result, int texts) =>
        result.Count == texts
            ? result
            : throw new ModelException(
                ModelFailure.BadReply,
                $"{profile.Name}: {texts} texts were sent and {result.Count} embeddings came back; is it an embedding model?",
                profile.Name);
}
