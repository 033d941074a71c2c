using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models.Endpoints;
using Remanence.Models.Profiles;

namespace Remanence.Tools.Web;

/// <summary><c>web_search</c> at one endpoint; each vendor's request and answer in a class of its own.</summary>
internal abstract class WebSearchTool : AIFunction, IDisposable
{
    private readonly ModelProfile _profile;
    private readonly HttpClient _http;

    protected WebSearchTool(string setting, Uri address, string? key, TimeProvider time)
    {
        Address = address;
        _profile = new ModelProfile { Name = setting, Backend = "web_search", Model = "web_search", BaseUrl = address, ApiKey = key };
        _http = EndpointHttp.Create(_profile, time);
    }

    public override string Name => "web_search";

    public override string Description => "Searches the web for what is new or not remembered.";

    public override JsonElement JsonSchema { get; } = JsonElement.Parse("""
        {
          "type": "object",
          "properties": {"query": {"type": "string", "description": "What to search for, as one would type it into a search engine."}},
          "required": ["query"]
        }
        """);

    protected Uri Address { get; }

    public void Dispose() => _http.Dispose();

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        using var request = Request(ToolArguments.RequiredText(arguments, "query"));
        if (EndpointHttp.Key(_profile) is { } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return Read(answer.RootElement) ?? throw Unreadable(null);
        }
        catch (JsonException exception)
        {
            throw Unreadable(exception);
        }
    }

    protected abstract HttpRequestMessage Request(string query);

    /// <summary>What was found, as text; null when the answer is not understood.</summary>
    protected abstract string? Read(JsonElement answer);

    private ToolSourceException Unreadable(Exception? cause) =>
        new($"{Address.Authority} answered with what is no search result; check its address and that it gives JSON.", cause);
}
