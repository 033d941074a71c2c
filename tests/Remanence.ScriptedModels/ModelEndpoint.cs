using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Remanence.ScriptedModels;

/// <summary>
/// A model endpoint that answers what a test scripted, on a loopback port of its own. Unscripted, chat says <c>ok</c>, embeddings are deterministic,
/// transcription hears <c>ok</c> and reranking scores by shared words. Each route remembers what it was asked.
/// </summary>
/// <example><code>
/// await using var endpoint = await ModelEndpoint.StartAsync();
/// endpoint.Chat.Enqueue(Reply.Status(500), Reply.Text("yes"));
/// </code></example>
public sealed class ModelEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelEndpoint(WebApplication app) => _app = app;

    /// <summary>What an OpenAI-compatible profile has as its base address.</summary>
    public Uri BaseUrl => new(Root, "/v1");

    /// <summary>The server's root: the base address of Anthropic's profiles.</summary>
    public Uri Root =>
        new(_app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary><c>/v1/chat/completions</c>.</summary>
    public ScriptedRoute Chat { get; } = new(static _ => Reply.Text("ok"));

    /// <summary><c>/v1/embeddings</c>.</summary>
    public ScriptedRoute Embeddings { get; } = new(static request => Reply.Embeddings(request));

    /// <summary><c>/v1/audio/transcriptions</c>.</summary>
    public ScriptedRoute Speech { get; } = new(static _ => Reply.Json("""{"text":"ok"}"""));

    /// <summary><c>/rerank</c>, <c>/v1/rerank</c> and DashScope's path.</summary>
    public ScriptedRoute Rerank { get; } = new(static request => Reply.Rerank(request));

    /// <summary><c>/v1/messages</c>: Anthropic.</summary>
    public ScriptedRoute Messages { get; } = new(static _ => Reply.Anthropic("ok"));

    /// <summary>Every other path, for wire forms that are nobody else's.</summary>
    public ScriptedRoute Elsewhere { get; } = new(static _ => Reply.Status(404));

    /// <summary>What it was asked so far, on whatever path.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. Routes.SelectMany(route => route.Requests)];

    private IReadOnlyList<ScriptedRoute> Routes => [Chat, Embeddings, Speech, Rerank, Messages, Elsewhere];

    /// <summary>Starts the endpoint.</summary>
    public static async Task<ModelEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http1);
            options.Limits.MinResponseDataRate = null;
            options.Limits.MaxRequestBodySize = null;
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        var app = builder.Build();
        var endpoint = new ModelEndpoint(app);
        Map(app, "/v1/chat/completions", endpoint.Chat);
        Map(app, "/v1/embeddings", endpoint.Embeddings);
        Map(app, "/v1/audio/transcriptions", endpoint.Speech);
        Map(app, "/v1/messages", endpoint.Messages);
        foreach (var path in new[] { "/rerank", "/v1/rerank", "/services/rerank/text-rerank/text-rerank", "/v1/services/rerank/text-rerank/text-rerank" })
        {
            Map(app, path, endpoint.Rerank);
        }

        Map(app, "/{**path}", endpoint.Elsewhere);

        await app.StartAsync();
        return endpoint;
    }

    /// <summary>Answers on every path whatever is not queued by this function.</summary>
    public void RespondEverywhere(Func<SeenRequest, Reply> answer)
    {
        foreach (var route in Routes)
        {
            route.Respond(answer);
        }
    }

    /// <summary>Ends when a request has come, on whatever path.</summary>
    public Task AskedAsync(CancellationToken cancellationToken = default) =>
        Task.WhenAny(Routes.Select(route => route.SeenAsync(1, cancellationToken))).Unwrap();

    /// <summary>Stops it; whoever still waits for an answer is cut off.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static void Map(WebApplication app, string path, ScriptedRoute route) => app.MapPost(path, async context =>
    {
        var stopping = app.Lifetime.ApplicationStopping;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var request = await SeenRequest.ReadAsync(context.Request, gone.Token);
            await route.Next(request).WriteAsync(context, request, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            context.Abort();
        }
    });
}
