using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Remanence.Diagnostics;
using Remanence.Http;
using Remanence.Memories;
using Remanence.Server.Http;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Native;

/// <summary>One request to a native route.</summary>
internal readonly struct NativeCall(HttpContext context, MemoryService service, QueryValues query, long maxBodyBytes)
{
    public const string IdempotencyHeader = "Idempotency-Key";

    public HttpContext Context { get; } = context;

    public MemoryService Service { get; } = service;

    public long MaxBodyBytes { get; } = maxBodyBytes;

    public CancellationToken Cancelled => Context.RequestAborted;

    public string Workspace => (string)Context.Request.RouteValues["workspace"]!;

    public string Id => (string)Context.Request.RouteValues["id"]!;

    /// <summary>What the caller may see: the workspace of the path, narrowed by the query parameters.</summary>
    public Scope Scope => new(Workspace, Text("user_id"), Text("agent_id"), Text("session_id"));

    public PageQuery Page => new() { Scope = Scope, Cursor = Text("cursor"), Limit = Integer("limit") ?? 50 };

    /// <summary>What the service can do beyond the small contract.</summary>
    public T Require<T>()
        where T : class => Service.Require<T>();

    public string? Text(string name) => query.Find(name);

    public int? Integer(string name)
    {
        if (query.Find(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidRequestException(name, $"{name} must be a whole number, not {Printable.Show(text)}.");
    }

    public bool Flag(string name) => query.Find(name) switch
    {
        null or "false" => false,
        "true" => true,
        var text => throw new InvalidRequestException(name, $"{name} must be true or false, not {Printable.Show(text)}."),
    };

    public string? IdempotencyKey
    {
        get
        {
            var values = Context.Request.Headers[IdempotencyHeader];
            return values.Count <= 1
                ? values
                : throw new InvalidRequestException(IdempotencyHeader, $"{IdempotencyHeader} is given more than once; give it once.");
        }
    }

    /// <summary>Whether the caller sent anything; asked where a body may be left out.</summary>
    public bool HasBody => Context.Request is not { ContentLength: null or 0, ContentType: null or "" };

    public ValueTask<RequestBody> ReadJsonAsync()
    {
        MediaTypes.RequireJson(Context.Request);
        return RequestBody.ReadAsync(Context.Request, MaxBodyBytes, Cancelled);
    }

    /// <summary>Refuses what a body says to a route that reads none: it would be passed over, and with it whom the caller means.</summary>
    /// <param name="queryNames">What may be said in the query instead.</param>
    public async Task RequireNoBodyAsync(IReadOnlyList<string> queryNames)
    {
        if (!HasBody)
        {
            return;
        }

        using var body = await RequestBody.ReadAsync(Context.Request, MaxBodyBytes, Cancelled);
        if (body.IsEmpty)
        {
            return;
        }

        using var json = body.ParseObject();
        foreach (var member in json.RootElement.EnumerateObject())
        {
            var name = Printable.Line(member.Name);
            throw new InvalidRequestException(
                name,
                $"{name} is in the body, and this call has "
                + $"none{(queryNames.Contains(member.Name, StringComparer.Ordinal) ? "; put it into the query." : "; leave it out.")}");
        }
    }

    public Task AnswerAsync<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => Answer.WriteAsync(Context, value, type, status);
}
