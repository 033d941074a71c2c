using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Remanence.ScriptedModels;

/// <summary>A request that the endpoint was sent.</summary>
/// <param name="Headers">Its headers, each with its values joined; names in any case.</param>
/// <param name="Text">Its body.</param>
public sealed record SeenRequest(IReadOnlyDictionary<string, string> Headers, string Text)
{
    private readonly Lazy<JsonElement> _json = new(() =>
    {
        using var document = JsonDocument.Parse(Text);
        return document.RootElement.Clone();
    });

    /// <summary>Its body as JSON.</summary>
    public JsonElement Json => _json.Value;

    /// <summary>Whether a stream is wanted.</summary>
    public bool Stream => Has("stream") && Json.GetProperty("stream").ValueKind == JsonValueKind.True;

    /// <summary>Whether the body has such a field.</summary>
    public bool Has(string field) => Json.TryGetProperty(field, out _);

    /// <summary>The text of the last message; empty when it is none.</summary>
    public string LastMessage => Json.TryGetProperty("messages", out var messages) && messages.GetArrayLength() > 0
        && messages[messages.GetArrayLength() - 1].TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : "";

    internal static async Task<SeenRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new SeenRequest(headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}
