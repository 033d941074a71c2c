using System.Text.Json;
using Remanence;
using Remanence.Flows.Slots;
using Remanence.Http;
using Remanence.Services;
using Remanence.Wire;

namespace OwnHost;

// Notes about people: bodies are read and refused as on the other surfaces, so that nothing that a client sends can make them stumble.
internal sealed class NoteRoutes(MemoryService memory, UnexpectedFailures failures, long maxBodyBytes)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/people/{user}/notes", KeepAsync);
        routes.MapGet("/people/{user}/notes", FindAsync);
    }

    public async Task AnswerFailuresAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !context.Response.HasStarted)
        {
            var (status, type, field) = exception switch
            {
                InvalidRequestException invalid => (400, ProblemTypes.InvalidRequest, invalid.Field),
                UnsupportedMediaTypeException media => (415, ProblemTypes.UnsupportedMediaType, media.Field),
                BodyTooLargeException => (413, ProblemTypes.BodyTooLarge, "body"),
                _ => (500, ProblemTypes.InternalError, null),
            };
            var detail = status == 500 ? UnexpectedFailures.Explain(failures.Log(exception)) : exception.Message;
            (context.Response.StatusCode, context.Response.ContentType) = (status, MediaTypes.Problem);
            var problem = new ProblemDocument { Type = type, Title = "That did not work", Status = status, Detail = detail, Field = field };
            await JsonSerializer.SerializeAsync(context.Response.Body, problem, WireJson.Instance.ProblemDocument, context.RequestAborted);
        }
    }

    private async Task KeepAsync(HttpContext context)
    {
        MediaTypes.RequireJson(context.Request);
        using var body = await RequestBody.ReadAsync(context.Request, maxBodyBytes, context.RequestAborted);
        using var json = body.ParseObject();
        var messages = json.RootElement.TryGetProperty("messages", out var given) ? given
            : throw new InvalidRequestException("messages", $"messages is missing in {JsonText.Describe(json.RootElement)}.");
        if (BaseSlots.Messages.FaultOf(messages) is { } fault)
        {
            throw new InvalidRequestException("messages" + fault.Path, $"messages{fault.Path} {fault.Message}");
        }

        var request = json.RootElement.Deserialize(WireJson.Instance.MemorizeRequest)! with { UserId = User(context) };
        var result = await memory.MemorizeAsync("notes", request, context.RequestAborted);
        await context.Response.WriteAsync($"{result.Memories.Count} kept of {User(context)}", context.RequestAborted);
    }

    private async Task FindAsync(HttpContext context)
    {
        const string About = "?about=";
        var query = context.Request.QueryString.Value ?? "";
        if (!query.StartsWith(About, StringComparison.Ordinal) || !PercentEncoding.TryDecode(query.AsSpan(About.Length), plusIsSpace: true, out var about))
        {
            throw new InvalidRequestException("about", "Say what the notes are about, in percent-encoded UTF-8: ?about=tea.");
        }

        var found = await memory.RetrieveAsync("notes", new RetrieveRequest { Query = about, UserId = User(context), TopK = 1 }, context.RequestAborted);
        await context.Response.WriteAsync(string.Join('\n', found.Results.Select(result => result.Memory.Content)), context.RequestAborted);
    }

    private static string? User(HttpContext context) => context.Request.RouteValues["user"] as string;
}
