using System.Net;
using System.Text.RegularExpressions;

namespace Remanence.Server.Tests.Http;

/// <summary>What somebody finds who opens the server's address.</summary>
public sealed partial class ApiPageTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/docs")]
    [InlineData("/docs/")]
    [InlineData("/redoc")]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    public async Task It_answers_to_GET_and_to_HEAD(string path)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = fixture.Server.Address };
        using var got = await client.GetAsync(path, TestContext.Current.CancellationToken);
        got.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var headed = await client.SendAsync(request, TestContext.Current.CancellationToken);
        headed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await headed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/docs")]
    [InlineData("/docs/")]
    [InlineData("/redoc")]
    public async Task Its_page_asks_nobody_but_this_server(string path)
    {
        using var response = await fixture.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("connect-src 'self'");
        policy.ShouldNotContain("http");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldNotContain("//");
        page.ShouldContain("\"withDefaultFonts\":false");
        page.ShouldContain("\"telemetry\":false");

        // Its scripts are found from where a browser takes them to lie.
        var at = new Uri(fixture.Server.Address, path);
        var from = Base().Match(page) is { Success: true } named ? new Uri(at, named.Groups["href"].Value) : at;
        foreach (Match script in Scripts().Matches(page))
        {
            using var found = await fixture.Client.GetAsync(new Uri(from, script.Groups["src"].Value), TestContext.Current.CancellationToken);
            found.Content.Headers.ContentType?.MediaType.ShouldBe("text/javascript", script.Value);
        }
    }

    [Fact]
    public async Task A_browser_is_sent_to_the_page_and_a_program_is_told_where_to_go_on()
    {
        var root = await fixture.Client.GetJsonAsync("/");
        foreach (var name in (string[])["docs", "openapi", "health"])
        {
            (await fixture.Client.GetAsync(root.GetProperty(name).GetString(), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html,*/*" } } };
        using var page = await fixture.Client.SendAsync(request, TestContext.Current.CancellationToken);
        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/docs");
        page.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
    }

    [GeneratedRegex("<script[^>]* src=\"(?<src>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scripts();

    [GeneratedRegex("<base href=\"(?<href>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Base();
}
