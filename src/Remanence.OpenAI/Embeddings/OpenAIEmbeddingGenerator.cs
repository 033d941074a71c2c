using System.ClientModel;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using Remanence.OpenAI.Requests;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace Remanence.OpenAI.Embeddings;

/// <summary>
/// Embeddings of one model behind an OpenAI-compatible endpoint. A call is split into batches that the endpoint takes, one after the other, each within the
/// profile's time limit. A text without a visible character is not sent: its vector is all zero.
/// </summary>
internal sealed class OpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int DefaultBatch = 64;

    // DashScope refuses more.
    private const int DashScopeBatch = 10;

    // What is sent to learn the number of dimensions when nothing else is there to send.
    private const string Probe = "text";

    private readonly OpenAIConnection _connection;
    private readonly EmbeddingClient _client;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly int _batch;
    private readonly int? _dimensions;

    public OpenAIEmbeddingGenerator(OpenAIConnection connection)
    {
        _connection = connection;
        _client = new EmbeddingClient(connection.Profile.Model, connection.Authentication, connection.Options);
        _dimensions = connection.Profile.Number("dimensions");
        _batch = connection.Profile.Number("max_batch_size")
            ?? (connection.Endpoint.Host.Contains("dashscope", StringComparison.OrdinalIgnoreCase) ? DashScopeBatch : DefaultBatch);
        _metadata = new EmbeddingGeneratorMetadata("openai", connection.Endpoint, connection.Profile.Model, _dimensions);
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] texts = [.. values];
        if (texts.Length == 0)
        {
            return [];
        }

        var spoken = Enumerable.Range(0, texts.Length).Where(i => !string.IsNullOrWhiteSpace(texts[i])).ToArray();
        var usage = new UsageDetails();
        var vectors = new float[texts.Length][];
        var dimensions = 0;
        foreach (var places in spoken.Chunk(_batch))
        {
            var batch = await EmbedAsync([.. places.Select(i => texts[i])], options, usage, cancellationToken);
            for (var i = 0; i < batch.Length; i++)
            {
                dimensions = dimensions == 0 ? batch[i].Length : dimensions;
                vectors[places[i]] = batch[i].Length == dimensions
                    ? batch[i]
                    : throw _connection.Failures.Bad($"answered with vectors of {dimensions} and of {batch[i].Length} dimensions");
            }
        }

        if (spoken.Length == 0)
        {
            dimensions = options?.Dimensions ?? _dimensions ?? (await EmbedAsync([Probe], options, usage, cancellationToken))[0].Length;
        }

        return new GeneratedEmbeddings<Embedding<float>>(
            vectors.Select(vector => new Embedding<float>(vector ?? new float[dimensions]) { ModelId = Model(options) }))
        {
            Usage = usage,
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(EmbeddingClient) ? _client
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() => _connection.Dispose();

    private string Model(EmbeddingGenerationOptions? options) => options?.ModelId ?? _connection.Profile.Model;

    private Task<float[][]> EmbedAsync(string[] texts, EmbeddingGenerationOptions? options, UsageDetails usage, CancellationToken cancellationToken) =>
        _connection.Refused.CallAsync(refused => Body(texts, options, refused), async body =>
        {
            var sent = RequestJson.Bytes(body);
            using var content = BinaryContent.Create(sent);
            using var response = await _connection.SendAsync(request => _client.GenerateEmbeddingsAsync(content, request), stream: false, cancellationToken);
            using var document = await _connection.ReadJsonAsync(response, sent, cancellationToken);
            return EmbeddingReader.Read(document.RootElement, texts.Length, usage, _connection.Failures);
        });

    private JsonObject Body(string[] texts, EmbeddingGenerationOptions? options, ImmutableHashSet<string> refused)
    {
        var body = new JsonObject { ["model"] = Model(options), ["input"] = new JsonArray([.. texts.Select(RequestJson.Text)]) };
        if ((options?.Dimensions ?? _dimensions) is { } dimensions)
        {
            body["dimensions"] = dimensions;
        }

        if (_connection.Profile.Text("encoding_format") is { } format)
        {
            body["encoding_format"] = format;
        }

        foreach (var field in _connection.Profile.ExtraBody())
        {
            body[field.Name] = RequestJson.Node(field.Value);
        }

        foreach (var (name, value) in options?.AdditionalProperties ?? [])
        {
            body[name] = RequestJson.Value(value);
        }

        foreach (var name in refused)
        {
            body.Remove(name);
        }

        return body;
    }
}
