using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models.Endpoints;
using Remanence.OpenAI.Chat;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Embeddings;

/// <summary>One batch of embeddings: each there once, in the order of the inputs, finite, as lists of numbers or in base64.</summary>
internal static class EmbeddingReader
{
    public static float[][] Read(JsonElement reply, int count, UsageDetails usage, EndpointFailures failures)
    {
        if (!reply.TryArray("data", out var data) || data.GetArrayLength() != count)
        {
            throw failures.Bad($"did not answer with one vector for each of {count} texts");
        }

        var vectors = new float[count][];
        var place = 0;
        foreach (var item in data.EnumerateArray())
        {
            var index = item.Count("index") ?? place;
            if (index < 0 || index >= count || vectors[index] is not null)
            {
                throw failures.Bad("answered with vectors that belong to no text");
            }

            vectors[index] = Vector(item) ?? throw failures.Bad("answered with a vector that holds something other than numbers");
            place++;
        }

        if (UsageReader.Read(reply) is { } used)
        {
            usage.Add(used);
        }

        return vectors;
    }

    private static float[]? Vector(JsonElement item)
    {
        var vector = item.TryArray("embedding", out var numbers) ? Numbers(numbers) : item.TryText("embedding", out var text) ? Base64(text) : null;
        return vector is { Length: > 0 } && Array.TrueForAll(vector, float.IsFinite) ? vector : null;
    }

    private static float[]? Numbers(JsonElement numbers)
    {
        var vector = new float[numbers.GetArrayLength()];
        var i = 0;
        foreach (var number in numbers.EnumerateArray())
        {
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetSingle(out vector[i++]))
            {
                return null;
            }
        }

        return vector;
    }

    /// <summary>Little-endian floats, as OpenAI packs them.</summary>
    private static float[]? Base64(string text)
    {
        var bytes = new byte[text.Length * 3 / 4 + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length % sizeof(float) != 0)
        {
            return null;
        }

        var vector = new float[length / sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return vector;
    }
}
