using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Remanence.Server.Tests.Http;

public sealed class OpenApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task It_describes_every_route_and_no_other()
    {
        var document = await fixture.Client.GetJsonAsync("/openapi/v1.json");

        document.GetProperty("openapi").GetString().ShouldNotBeNull().ShouldStartWith("3.1");
        var described = Operations(document).Select(operation => $"{operation.Method} {operation.Path}");
        var routes = fixture.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith("/openapi", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(endpoint =>
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"));
        described.ShouldBe(routes, ignoreOrder: true);
        Operations(document).Count(operation => operation.Operation.GetProperty("tags")[0].GetString() is not ("reme" or "memoryscope")).ShouldBe(31);
    }

    [Fact]
    public async Task Every_operation_says_what_it_takes_and_gives()
    {
        var document = await fixture.Client.GetJsonAsync("/openapi/v1.json");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, method, operation) in Operations(document))
        {
            var what = $"{method} {path}";
            names.Add(operation.GetProperty("operationId").GetString()!).ShouldBeTrue(what);
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace(what);
            var parameters = operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToList() : [];
            parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path").Select(parameter => parameter.GetProperty("name").GetString())
                .ShouldBe(path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}')), what);
            parameters.ShouldAllBe(parameter => parameter.GetProperty("description").GetString()!.Length > 0);
            foreach (var answer in operation.GetProperty("responses").EnumerateObject().Where(answer => answer.Name != "204"))
            {
                // Whether a conversation comes whole or in pieces is for its caller to say.
                var contents = answer.Value.GetProperty("content").EnumerateObject().ToList();
                contents.Count.ShouldBe(path == "/chat_with_memory" && answer.Name == "200" ? 2 : 1, what);
                var content = contents[0];
                content.Value.GetProperty("schema").ValueKind.ShouldBe(JsonValueKind.Object, what);
                (content.Name == "application/problem+json").ShouldBe(
                    answer.Name[0] is '4' or '5' && answer.Name != "422" && !(path.StartsWith("/health", StringComparison.Ordinal) && answer.Name == "503"),
                    $"{what} {answer.Name}");
            }

            operation.GetProperty("responses").EnumerateObject().ShouldContain(answer => answer.Name.StartsWith('4'), what);
        }
    }

    [Fact]
    public async Task It_says_where_it_is_served_what_it_asks_of_callers_and_under_which_licence()
    {
        var document = await fixture.Client.GetJsonAsync("/openapi/v1.json");
        document
            .GetProperty("servers")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("url")
            .GetString()
            .ShouldBe(fixture.Server.Address.GetLeftPart(UriPartial.Authority));
        document.GetProperty("security").EnumerateArray().ShouldHaveSingleItem().EnumerateObject().ShouldBeEmpty();
        document.GetProperty("info").GetProperty("license").GetProperty("identifier").GetString().ShouldBe("Apache-2.0");
        document.GetProperty("tags").EnumerateArray().ShouldAllBe(tag => tag.GetProperty("description").GetString()!.Length > 0);
    }

    [Fact]
    public async Task The_example_of_every_body_can_be_sent_as_it_stands()
    {
        var document = await fixture.Client.GetJsonAsync("/openapi/v1.json");
        foreach (var (path, method, operation) in Operations(document))
        {
            if (!operation.TryGetProperty("requestBody", out var body))
            {
                continue;
            }

            foreach (var content in body.GetProperty("content").EnumerateObject())
            {
                // On one line, as JSON lines want it.
                var example = JsonSerializer.Serialize(content.Value.GetProperty("example"));
                if (content.Name == "multipart/form-data")
                {
                    continue;
                }

                var target = path.Replace("{workspace}", "examples", StringComparison.Ordinal).Replace("{id}", "nothing", StringComparison.Ordinal);
                using var request = new HttpRequestMessage(new HttpMethod(method), target)
                {
                    Content = new StringContent(example, System.Text.Encoding.UTF8, content.Name),
                };
                using var response = await fixture.Client.SendAsync(request, TestContext.Current.CancellationToken);

                // There is no memory of the id; that is found out when the body is understood.
                var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                ((int)response.StatusCode).ShouldBeOneOf(
                    path.Contains("{id}", StringComparison.Ordinal) ? [404] : new[] { 200, 201, 202 },
                    $"{path} {example} {answer}");
            }
        }
    }

    [Fact]
    public async Task Its_parameters_are_those_that_routes_accept()
    {
        var document = await fixture.Client.GetJsonAsync("/openapi/v1.json");
        foreach (var (path, method, operation) in Operations(document).Where(operation => operation.Path.StartsWith("/v1", StringComparison.Ordinal)))
        {
            var known = operation.TryGetProperty("parameters", out var list)
                ? list.EnumerateArray()
                    .Where(parameter => parameter.GetProperty("in").GetString() == "query")
                    .Select(parameter => parameter.GetProperty("name").GetString()!)
                    .ToList()
                : [];
            var target = path.Replace("{workspace}", "nowhere", StringComparison.Ordinal).Replace("{id}", "nothing", StringComparison.Ordinal);
            using var response = await fixture.Client.SendAsync(method, target + "?surely_unknown=1");
            var detail = (await response.ReadProblemAsync(400, "surely_unknown")).GetProperty("detail").GetString()!;
            known.ShouldAllBe(name => detail.Contains(name));
            (known.Count == 0).ShouldBe(detail.Contains("takes none", StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task Requests_are_closed_and_name_what_they_need()
    {
        var schemas = (await fixture.Client.GetJsonAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        var search = schemas.GetProperty("RetrieveRequest");
        search.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        search.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldBe(["query"]);
        search
            .GetProperty("properties")
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["query", "top_k", "kinds", "filter", "user_id", "agent_id", "session_id", "as_of", "now", "max_tokens", "explain"], ignoreOrder: true);
        schemas
            .GetProperty("MemorizeRequest")
            .GetProperty("properties")
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["messages", "user_id", "agent_id", "session_id", "infer", "wait"], ignoreOrder: true);
        schemas
            .GetProperty("MemoryStatus")
            .GetProperty("enum")
            .EnumerateArray()
            .Select(value => value.GetString())
            .ShouldBe(["active", "superseded", "expired"]);
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (path.Name, operation.Name.ToUpperInvariant(), operation.Value);
}
