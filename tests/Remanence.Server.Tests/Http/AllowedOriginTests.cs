using System.Net;

namespace Remanence.Server.Tests.Http;

/// <summary>Web pages of other sites come in when <c>http.allowed_origins</c> names them, and not otherwise.</summary>
public sealed class AllowedOriginTests
{
    private const string Page = "https://app.example.com";

    [Theory]
    [InlineData(Page, Page, true)]
    [InlineData("*", "http://localhost:5173", true)]
    [InlineData("null", "null", true)]
    [InlineData(Page, "https://other.example.com", false)]
    [InlineData(Page, "http://app.example.com", false)]
    [InlineData(Page, "https://app.example.com:8443", false)]
    [InlineData(null, Page, false)]
    public async Task A_page_may_use_the_server_when_its_origin_is_named(string? allowed, string origin, bool may)
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { HttpAllowedOrigins = allowed is null ? [] : [allowed] });
        using var asked = await SendAsync(server, HttpMethod.Options, "/mcp", origin);
        asked.StatusCode.ShouldBe(may ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden);
        AllowedOrigin(asked).ShouldBe(may ? origin : null);

        // Also what goes wrong is for the page to read.
        using var failed = await SendAsync(server, HttpMethod.Get, "/v1/workspaces/nowhere/memories/none", origin);
        failed.StatusCode.ShouldBe(may ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);
        AllowedOrigin(failed).ShouldBe(may ? origin : null);
    }

    private static string? AllowedOrigin(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;

    private static Task<HttpResponseMessage> SendAsync(RunningServer server, HttpMethod method, string path, string origin)
    {
        var request = new HttpRequestMessage(method, path)
        {
            Headers =
            {
                { "Origin", origin },
                { "Access-Control-Request-Method", "POST" },
                { "Access-Control-Request-Headers", "content-type,mcp-session-id" },
            },
        };
        return server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
