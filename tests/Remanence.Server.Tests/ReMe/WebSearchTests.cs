using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Remanence.ScriptedModels;
using Remanence.Tools.Web;

namespace Remanence.Server.Tests.ReMe;

/// <summary>The tool <c>web_search</c> in the flow <c>react</c>.</summary>
public sealed class WebSearchTests
{
    [Fact]
    public async Task A_search_page_is_asked_for_json()
    {
        string? asked = null;
        await using var page = await PageAsync(context =>
        {
            asked = context.Request.Path + context.Request.QueryString;
            return Results.Text(
                """{"results":[{"title":"Porto","url":"https://example.org/porto","content":"A city\n in Portugal."},{"title":7}]}""",
                "application/json");
        });
        await using var fixture = await ReactFixture.StartAsync(
            change: (settings, _) => settings with { WebSearch = new WebSearchOptions { Url = RemanenceServer.AddressOf(page) } });
        fixture.Model.Chat.Enqueue(Reply.ToolCall("c1", "web_search", """{"query":"Porto & more"}"""), Reply.Text("A city."));

        (await fixture.AskAsync("What is Porto?")).GetProperty("answer").GetString().ShouldBe("A city.");

        asked.ShouldBe("/search?q=Porto%20%26%20more&format=json");
        fixture.Told(1)["c1"].ShouldContain("1. Porto\nhttps://example.org/porto\nA city in Portugal.");
    }

    [Theory]
    [InlineData(403, "{}", "does not accept the key (HTTP 403)")]
    [InlineData(200, "<html>", "answered with what is no search result")]
    [InlineData(200, "{}", "answered with what is no search result")]
    [InlineData(200, """{"results":[]}""", "The web search found nothing.")]
    public async Task A_page_that_gives_nothing_is_told_to_the_model(int status, string body, string expected)
    {
        await using var page = await PageAsync(_ => Results.Text(body, "application/json", statusCode: status));
        await using var fixture = await ReactFixture.StartAsync(
            change: (settings, _) => settings with { WebSearch = new WebSearchOptions { Url = RemanenceServer.AddressOf(page) } });
        fixture.Model.Chat.Enqueue(ReactFixture.Calls(("c1", "web_search", """{"query":"x"}"""), ("c2", "web_search", "{}")), Reply.Text("Nothing."));

        (await fixture.AskAsync("What is Porto?")).GetProperty("success").GetBoolean().ShouldBeTrue();

        fixture.Told(1)["c1"].ShouldContain(expected);
        fixture.Told(1)["c2"].ShouldContain("query is missing");
    }

    [Fact]
    public async Task DashScope_searches_by_its_model()
    {
        await using var fixture = await ReactFixture.StartAsync(change: (settings, model) => settings with
        {
            WebSearch = new WebSearchOptions { DashScopeApiKey = "sk-web", DashScopeUrl = model.BaseUrl, DashScopeModel = "searcher" },
        });
        fixture.Model.Chat.Enqueue(Reply.ToolCall("c1", "web_search", """{"query":"Porto"}"""), Reply.Text("It says: a city."), Reply.Text("A city."));

        (await fixture.AskAsync("What is Porto?")).GetProperty("answer").GetString().ShouldBe("A city.");

        var search = fixture.Model.Chat.Requests[1];
        search.Headers["Authorization"].ShouldBe("Bearer sk-web");
        search.Text.ShouldBe(
            """{"model":"searcher","messages":[{"role":"user","content":"Porto"}],"enable_search":true,"search_options":{"forced_search":true}}""");
        fixture.Told(2)["c1"].ShouldContain("It says: a city.");
    }

    private static async Task<WebApplication> PageAsync(Func<HttpContext, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/search", answer);
        await app.StartAsync();
        return app;
    }
}
