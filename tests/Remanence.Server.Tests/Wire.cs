using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Remanence.Server.Tests;

/// <summary>Short ways to speak HTTP and to look at answers.</summary>
internal static class Wire
{
    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static ByteArrayContent Bytes(byte[] bytes, string? mediaType = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }

    public static StringContent Lines(string lines) => new(lines, Encoding.UTF8, "application/x-ndjson");

    public static async Task<JsonElement> ReadAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        return Parse(text);
    }

    /// <summary>The answer as a problem document, with what every problem must have.</summary>
    public static async Task<JsonElement> ReadProblemAsync(this HttpResponseMessage response, int status, string? field = null)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", text);
        var problem = Parse(text);
        problem.GetProperty("type").GetString().ShouldNotBeNull().ShouldStartWith("urn:remanence:problem:");
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        var detail = problem.GetProperty("detail").GetString().ShouldNotBeNull();
        detail.Length.ShouldBeInRange(10, 1000);
        detail.ShouldEndWith(detail[^1] is '.' or '?' ? detail[^1].ToString() : ".");
        detail.ShouldNotContain("System.");
        detail.ShouldNotContain("Remanence.Services");
        detail.Any(c => char.IsControl(c) || c is '\u202E').ShouldBeFalse(detail);
        if (field is not null)
        {
            problem.GetProperty("field").GetString().ShouldBe(field, detail);
        }

        return problem;
    }

    public static async Task<JsonElement> PostAsync(this HttpClient client, string path, string json, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), Json(json));
        return await response.ReadAsync(expected);
    }

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await response.ReadAsync();
    }

    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        string method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers)
    {
        var uri = new Uri(client.BaseAddress!.AbsoluteUri.TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(method), uri) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request);
    }

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
