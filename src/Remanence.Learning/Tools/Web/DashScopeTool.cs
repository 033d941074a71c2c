using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Remanence.Json;

namespace Remanence.Tools.Web;

/// <summary>A model of DashScope that searches the web and answers from what it finds, through its OpenAI-compatible endpoint.</summary>
internal sealed class DashScopeTool(Uri address, string key, string model, TimeProvider time)
    : WebSearchTool("tools.dashscope_api_key", new Uri(address.AbsoluteUri.TrimEnd('/') + "/chat/completions"), key, time)
{
    protected override HttpRequestMessage Request(string query)
    {
        var message = JsonBuild.Object([new("role", JsonBuild.Text("user")), new("content", JsonBuild.Text(query))]);
        var body = JsonBuild.Object(
        [
            new("model", JsonBuild.Text(model)),
            new("messages", JsonBuild.Array([message])),
            new("enable_search", JsonBuild.True),
            new("search_options", JsonBuild.Object([new("forced_search", JsonBuild.True)])),
        ]);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.GetRawText()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
    }

    protected override string? Read(JsonElement answer) =>
        answer.Member("choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0
        && choices[0].Member("message") is { } message && message.Member("content") is { ValueKind: JsonValueKind.String } content
        && JsonMembers.TryText(content, out var text) ? text : null;
}
