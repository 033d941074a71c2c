using System.Globalization;
using System.Text;
using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Json;

namespace Remanence.Tools.Web;

/// <summary>A search page with SearXNG's JSON (docs.searxng.org/dev/search_api).</summary>
internal sealed class SearxngTool(Uri address, TimeProvider time) : WebSearchTool("tools.web_search_url", Page(address), null, time)
{
    private const int MaxResults = 8;
    private const int MaxContent = 600;

    protected override HttpRequestMessage Request(string query)
    {
        var separator = Address.Query.Length > 0 ? "&" : "?";
        return new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"{Address.GetLeftPart(UriPartial.Query)}{separator}q={Uri.EscapeDataString(query)}&format=json"));
    }

    protected override string? Read(JsonElement answer)
    {
        if (answer.Member("results") is not { ValueKind: JsonValueKind.Array } results)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (i, result) in results.EnumerateArray().Take(MaxResults).Index())
        {
            text.Append(i == 0 ? "" : "\n\n")
                .Append(CultureInfo.InvariantCulture, $"{i + 1}. {Member(result, "title")}\n{Member(result, "url")}\n{Member(result, "content")}");
        }

        return text.Length == 0 ? "The web search found nothing." : text.ToString();
    }

    private static string Member(JsonElement result, string name) =>
        result.Member(name) is { ValueKind: JsonValueKind.String } value && JsonMembers.TryText(value, out var text) ? ShortText.OneLine(text, MaxContent) : "";

    private static Uri Page(Uri address) => address.AbsolutePath == "/" ? new UriBuilder(address) { Path = "/search" }.Uri : address;
}
