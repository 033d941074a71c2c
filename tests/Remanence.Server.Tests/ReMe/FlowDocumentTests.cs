using System.Text.Json;

namespace Remanence.Server.Tests.ReMe;

public sealed class FlowDocumentTests(FlowServerFixture fixture) : IClassFixture<FlowServerFixture>
{
    [Fact]
    public async Task Every_flow_for_callers_is_described()
    {
        var paths = (await fixture.Client.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");

        var described = paths
            .EnumerateObject()
            .Where(path => path.Value.TryGetProperty("post", out var post) && post.GetProperty("tags")[0].GetString() == "reme")
            .Select(path => path.Name);
        described.ShouldContain("/echo");
        described.ShouldNotContain("/hidden");
        described.ShouldNotContain("/health");
        described.Count().ShouldBe(13);
    }

    [Fact]
    public async Task A_flow_says_what_it_takes_and_answers()
    {
        var typed = (await fixture.Client.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").GetProperty("/typed").GetProperty("post");

        var request = typed.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        request.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldBe(["needed"]);
        var fields = request.GetProperty("properties");
        fields
            .EnumerateObject()
            .Select(field => field.Name)
            .ShouldBe(["query", "messages", "workspace_id", "metadata", "text", "list", "whole", "number", "flag", "map", "needed"]);
        fields.GetProperty("whole").GetProperty("type").EnumerateArray().Select(type => type.GetString()).ShouldBe(["null", "integer"], ignoreOrder: true);
        fields.GetProperty("needed").GetProperty("type").GetString().ShouldBe("string");
        fields.GetProperty("needed").GetProperty("enum").GetArrayLength().ShouldBe(2);
        Properties(typed, "200", "application/json").ShouldBe(["answer", "messages", "success", "metadata"]);
        Properties(typed, "422", "application/json").ShouldBe(["detail"]);
    }

    [Fact]
    public async Task A_stream_is_described_as_one()
    {
        var streaming = (await fixture.Client.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").GetProperty("/streaming").GetProperty("post");

        Properties(streaming, "200", "text/event-stream").ShouldBe(["flow_id", "chunk_type", "chunk", "done", "metadata"]);
    }

    private static IEnumerable<string> Properties(JsonElement operation, string status, string mediaType) =>
        operation.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty(mediaType).GetProperty("schema").GetProperty("properties")
            .EnumerateObject().Select(member => member.Name);
}
