using System.Globalization;
using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace Remanence.Models.Caching;

/// <summary>Asks only for texts that it has not embedded before, each once.</summary>
internal sealed class CachingEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner,
    ModelProfile profile,
    ByteBoundedCache<Embedding<float>> cache
) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options is { RawRepresentationFactory: not null } or { AdditionalProperties.Count: > 0 })
        {
            return await base.GenerateAsync(values, options, cancellationToken);
        }

        string[] texts = [.. values];
        var keys = Array.ConvertAll(texts, text => Key(text, options));
        var known = new Dictionary<ContentHash, Embedding<float>>();
        var missing = new Dictionary<ContentHash, string>();
        for (var i = 0; i < texts.Length; i++)
        {
            if (!known.ContainsKey(keys[i]) && cache.Find(keys[i]) is { } found)
            {
                known[keys[i]] = found;
            }
            else if (!known.ContainsKey(keys[i]))
            {
                missing[keys[i]] = texts[i];
            }
        }

        UsageDetails? usage = null;
        if (missing.Count > 0)
        {
            var asked = missing.ToArray();
            var embedded = await base.GenerateAsync(asked.Select(pair => pair.Value), options, cancellationToken);
            usage = embedded.Usage;
            for (var i = 0; i < asked.Length; i++)
            {
                known[asked[i].Key] = embedded[i];
                cache.Store(asked[i].Key, Copy(embedded[i]), embedded[i].Vector.Length * (long)sizeof(float));
            }
        }

        return new GeneratedEmbeddings<Embedding<float>>(keys.Select(key => Copy(known[key]))) { Usage = usage };
    }

    // What is kept is shared; what callers get is theirs to change.
    private static Embedding<float> Copy(Embedding<float> kept) => new(kept.Vector) { ModelId = kept.ModelId };

    private ContentHash Key(string text, EmbeddingGenerationOptions? options)
    {
        using var hasher = new ContentHasher();
        return hasher
            .Add(profile.Name)
            .Add(options?.ModelId ?? profile.Model)
            .Add(options?.Dimensions?.ToString(CultureInfo.InvariantCulture))
            .Add(text)
            .Finish();
    }
}
