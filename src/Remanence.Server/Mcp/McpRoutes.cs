namespace Remanence.Server.Mcp;

/// <summary>The paths of the Model Context Protocol. A slash at the end makes no difference.</summary>
internal sealed class McpRoutes(McpHttpEndpoint http, McpSseEndpoint sse)
{
    public const string Http = "/mcp";
    public const string Sse = "/sse";
    public const string Messages = "/messages";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, HttpMethods.Post, Http, http.PostAsync);
        Map(endpoints, HttpMethods.Get, Http, http.GetAsync);
        Map(endpoints, HttpMethods.Delete, Http, http.DeleteAsync);
        Map(endpoints, HttpMethods.Get, Sse, sse.StreamAsync);
        Map(endpoints, HttpMethods.Post, Messages, sse.PostAsync);
    }

    // What they take is no business of OpenAPI: the protocol describes itself.
    private static void Map(IEndpointRouteBuilder endpoints, string method, string path, RequestDelegate answer) =>
        endpoints.MapMethods(path, [method], context => McpErrors.GuardAsync(context, answer)).ExcludeFromDescription();
}
