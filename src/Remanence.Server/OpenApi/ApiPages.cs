using Remanence.Hosting;
using Remanence.Server.Http;
using Remanence.Server.Mcp;
using Remanence.Server.Wire;
using Scalar.AspNetCore;

namespace Remanence.Server.OpenApi;

/// <summary>Where somebody looks first: the OpenAPI document, a page that shows it, and at the root where these are.</summary>
internal static class ApiPages
{
    private const string Document = "/openapi/v1.json";
    private const string Page = "/docs";
    private const string Base = "Remanence.Server.OpenApi.Base";

    // The page comes from a package that can do much more; a browser is told to ask nobody but this server.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; "
        + "worker-src 'self' blob:; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        // The second of each is where FastAPI has it, and users of ReMe look.
        endpoints.MapOpenApi("/openapi/{documentName}.json").Add(AnswerHead);
        endpoints.MapOpenApi("/openapi.json").Add(AnswerHead);
        endpoints.MapScalarApiReference(Page, Show).Add(Guard);
        endpoints.MapScalarApiReference("/redoc", Show).Add(Guard);
        endpoints.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], AnswerRoot).ExcludeFromDescription();
    }

    private static void AnswerHead(EndpointBuilder endpoint) => endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));

    private static void Guard(EndpointBuilder endpoint)
    {
        AnswerHead(endpoint);
        endpoint.Metadata.Add(new ExcludeFromDescriptionAttribute());
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            if (context.Request is { RouteValues.Count: 0, Path.Value: { } path } && !path.EndsWith('/'))
            {
                // The package would send to the path with a slash, from which its scripts are found; a base does as well, and the path answers.
                context.Items[Base] = path[(path.LastIndexOf('/') + 1)..] + "/";
                context.Request.Path = path + "/";
            }

            return answer(context);
        };
    }

    // A person gets the page, a program where to go on.
    private static Task AnswerRoot(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        if (context.Request.GetTypedHeaders().Accept.Any(range => range.MediaType == "text/html"))
        {
            context.Response.Redirect(Page);
            return Task.CompletedTask;
        }

        return Answer.WriteAsync(
            context,
            new ServerRoot("Remanence", EngineServices.Version, Page, Document, "/health", McpRoutes.Http),
            ServerJson.Default.ServerRoot);
    }

    private static void Show(ScalarOptions options, HttpContext context)
    {
        if (context.Items[Base] is string from)
        {
            options.AddHeadContent($"<base href=\"{from}\">");
        }

        options.WithTitle("Remanence").WithOpenApiRoutePattern(Document);
        options.DisableDefaultFonts();
        options.DisableTelemetry();
        options.DisableAgent();
        options.DisableMcp();
    }
}
