using System.Text;
using Remanence.Services;

namespace Remanence.Server.Tests.Http;

/// <summary>Requests that must be refused, under names that a test runner can show.</summary>
public static class HostileCases
{
    private const string Message = """{"role":"user","content":"x"}""";

    internal static Dictionary<string, HostileCase> All { get; } = Make();

    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, HostileCase> Make()
    {
        var cases = new Dictionary<string, HostileCase>(StringComparer.Ordinal);
        foreach (var (what, field, body) in Searches())
        {
            cases.Add("search: " + what, new HostileCase("POST", "/search", 400, field, () => Wire.Json(body)));
        }

        foreach (var (what, field, body) in Messages())
        {
            cases.Add("messages: " + what, new HostileCase("POST", "/messages", 400, field, () => Wire.Json(body)));
        }

        foreach (var (what, field, body) in Patches())
        {
            cases.Add("patch: " + what, new HostileCase("PATCH", "/memories/none", 400, field, () => Wire.Json(body)));
        }

        foreach (var (what, item) in Others())
        {
            cases.Add(what, item);
        }

        return cases;
    }

    private static IEnumerable<(string What, string? Field, string Body)> Searches() =>
    [
        ("nothing", "body", string.Empty),
        ("spaces", "body", "  \n "),
        ("half an object", "body", """{"query":"x" """),
        ("no JSON", "body", "query=x"),
        ("a trailing comma", "body", """{"query":"x",}"""),
        ("a comment", "body", """{"query":"x"/* why */}"""),
        ("two values", "body", """{"query":"x"}{}"""),
        ("an array", "body", "[1]"),
        ("null", "body", "null"),
        ("a string", "body", "\"x\""),
        ("a member twice", "body", """{"query":"x","query":"y"}"""),
        ("a hundred thousand brackets", "body", new string('[', 100_000)),
        ("a deep filter", "body", "{\"query\":\"x\",\"filter\":" + string.Concat(Enumerable.Repeat("{\"not\":", 500)) + "{}" + new string('}', 501)),
        ("no query", "query", "{}"),
        ("a null query", "query", """{"query":null}"""),
        ("a blank query", "query", """{"query":" \t"}"""),
        ("a number for a query", "query", """{"query":7}"""),
        ("an object for a query", "query", """{"query":{"a":1}}"""),
        ("half a surrogate pair", "body", """{"query":"\ud800"}"""),
        ("the other half", "body", """{"query":"x\udc00y"}"""),
        ("halves the wrong way round", "body", """{"query":"\udc00\ud800"}"""),
        ("half a pair in a name", "body", """{"query":"x","\ud800":1}"""),
        ("a typo", "topk", """{"query":"x","topk":3}"""),
        ("camel case", "topK", """{"query":"x","topK":3}"""),
        ("an unknown member with control characters", null, """{"query":"x","a\u0000\u202eb":3}"""),
        ("top_k 0", "top_k", """{"query":"x","top_k":0}"""),
        ("top_k -1", "top_k", """{"query":"x","top_k":-1}"""),
        ("top_k of a billion", "top_k", """{"query":"x","top_k":1000000000}"""),
        ("top_k beyond integers", "top_k", """{"query":"x","top_k":1e30}"""),
        ("top_k as text", "top_k", """{"query":"x","top_k":"5"}"""),
        ("top_k with a half", "top_k", """{"query":"x","top_k":1.5}"""),
        ("top_k null", "top_k", """{"query":"x","top_k":null}"""),
        ("top_k of a thousand digits", "top_k", $$"""{"query":"x","top_k":{{new string('9', 1000)}}}"""),
        ("max_tokens 0", "max_tokens", """{"query":"x","max_tokens":0}"""),
        ("explain as text", "explain", """{"query":"x","explain":"yes"}"""),
        ("kinds as text", "kinds", """{"query":"x","kinds":"message"}"""),
        ("a null kind", "kinds[0]", """{"query":"x","kinds":[null]}"""),
        ("too many kinds", "kinds", $$"""{"query":"x","kinds":[{{string.Join(',', Enumerable.Repeat("\"k\"", 1000))}}]}"""),
        ("a time that is none", "as_of", """{"query":"x","as_of":"yesterday"}"""),
        ("a day that is none", "as_of", """{"query":"x","as_of":"2023-02-30"}"""),
        ("a month that is none", "now", """{"query":"x","now":"2023-13-01T00:00:00Z"}"""),
        ("a year that is none", "now", """{"query":"x","now":"99999-01-01T00:00:00Z"}"""),
        ("an offset that leads out of time", "now", """{"query":"x","now":"0001-01-01T00:00:00+14:00"}"""),
        ("a number for a time", "now", """{"query":"x","now":1700000000}"""),
        ("an unknown filter", "filter.knd", """{"query":"x","filter":{"knd":"x"}}"""),
        ("a filter that is none", "filter", """{"query":"x","filter":"kind=message"}"""),
        ("a filter with too many parts", null, "{\"query\":\"x\",\"filter\":{\"or\":[" + string.Join(',', Enumerable.Repeat("{\"kind\":\"k\"}", 5000)) + "]}}"),
        ("a metadata operator that is none", null, """{"query":"x","filter":{"metadata":{"a":{"regex":"(a+)+$"}}}}"""),
        ("a user that is null", "user_id", """{"query":"x","user_id":null}"""),
        ("a session that is null", "session_id", """{"query":"x","user_id":"a","session_id":null}"""),
        ("an empty user", "user_id", """{"query":"x","user_id":""}"""),
        ("a blank user", "user_id", """{"query":"x","user_id":" "}"""),
        ("a session of blanks alone", "session_id", """{"query":"x","session_id":"\u00a0 "}"""),
        ("a NUL in the user", "user_id", """{"query":"x","user_id":"a\u0000b"}"""),
        ("a bidi override in the agent", "agent_id", """{"query":"x","agent_id":"\u202Egro.txt"}"""),
        ("an object for a session", "session_id", """{"query":"x","session_id":{"$ne":null}}"""),
        ("an array for a user", "user_id", """{"query":"x","user_id":["a","b"]}"""),
        ("a user of 10,000 characters", "user_id", $$"""{"query":"x","user_id":"{{new string('u', 10_000)}}"}"""),
    ];

    private static IEnumerable<(string What, string? Field, string Body)> Messages() =>
        [
            ("none", "messages", "{}"),
            ("an empty array", "messages", """{"messages":[]}"""),
            ("an object", "messages", """{"messages":{}}"""),
            ("a null one", "messages[1]", $$"""{"messages":[{{Message}},null]}"""),
            ("a text one", "messages[0]", """{"messages":["hello"]}"""),
            ("without a role", "messages[0].role", """{"messages":[{"content":"x"}]}"""),
            ("without content", "messages[0].content", """{"messages":[{"role":"user"}]}"""),
            ("content in parts", "messages[0].content", """{"messages":[{"role":"user","content":[{"type":"text","text":"x"}]}]}"""),
            ("null content", "messages[0].content", """{"messages":[{"role":"user","content":null}]}"""),
            ("blank content", "messages[0].content", """{"messages":[{"role":"user","content":"\n"}]}"""),
            ("a typo inside", "messages[0].contents", """{"messages":[{"role":"user","contents":"x"}]}"""),
            ("a number for an id", "messages[0].id", """{"messages":[{"role":"user","content":"x","id":7}]}"""),
            ("a time that is none", "messages[1].time", $$$"""{"messages":[{{{Message}}},{"role":"user","content":"x","time":"25:00"}]}"""),
            ("infer as text", "infer", $$"""{"messages":[{{Message}}],"infer":"false"}"""),
            ("wait as a number", "wait", $$"""{"messages":[{{Message}}],"wait":1}"""),
            (
                "a million and one characters",
                "messages[0].content",
                $$"""{"messages":[{"role":"user","content":"{{new string('x', ServiceLimits.MaxMessageLength + 1)}}"}]}"""),
            ("ten megabytes", "messages[0].content", $$"""{"messages":[{"role":"user","content":"{{new string('x', 10_000_000)}}"}]}"""),
            ("a hundred thousand", "messages", $$"""{"messages":[{{string.Join(',', Enumerable.Repeat(Message, 100_000))}}]}"""),
        ];

    private static IEnumerable<(string What, string? Field, string Body)> Patches() =>
    [
        ("nothing", "body", "{}"),
        ("null", "content", """{"content":null}"""),
        ("an id", "id", """{"id":"other"}"""),
        ("a scope", "user_id", """{"user_id":"other"}"""),
        ("an unknown status", "status", """{"status":"deleted"}"""),
        ("a status by number", "status", """{"status":0}"""),
        ("a score as text", "score", """{"score":"1"}"""),
        ("a score beyond doubles", "score", """{"score":1e999}"""),
        ("half an event time", "event_time.end", """{"event_time":{"start":"2023-05-08"}}"""),
        ("an unknown precision", "event_time.precision", """{"event_time":{"start":"2023-05-08","end":"2023-05-09","precision":"eon"}}"""),
        ("metadata that is none", "metadata", """{"metadata":"x"}"""),
        ("metadata that nests too deep", "body", "{\"metadata\":{\"a\":" + new string('[', 60) + new string(']', 60) + "}}"),
        ("half a surrogate pair in metadata", "body", """{"metadata":{"a":["\ud83d"]}}"""),
    ];

    private static IEnumerable<(string What, HostileCase Case)> Others() =>
        [
            ("invalid UTF-8", new("POST", "/search", 400, "body", () => Wire.Bytes([.. "{\"query\":\""u8, 0xC3, 0x28, .. "\"}"u8]))),
            ("UTF-16", new("POST", "/search", 400, "body", () => Wire.Bytes(Encoding.Unicode.GetBytes("""{"query":"x"}""")))),
            ("a foreign charset", new("POST", "/search", 415, "Content-Type", () => Wire.Bytes("{}"u8.ToArray(), "application/json; charset=utf-16"))),
            ("a form", new("POST", "/search", 415, "Content-Type", () => Wire.Bytes("query=x"u8.ToArray(), "application/x-www-form-urlencoded"))),
            (
                "plain text, which pages may send",
                new("POST", "/messages", 415, "Content-Type", () => Wire.Bytes("""{"messages":[{"role":"user","content":"x"}]}"""u8.ToArray(), "text/plain"))),
            ("no media type", new("POST", "/search", 415, "Content-Type", () => Wire.Bytes("{}"u8.ToArray(), null))),
            ("a packed body", new("POST", "/search", 415, "Content-Encoding", Packed)),
            ("JSON for an import", new("POST", "/import", 415, "Content-Type", () => Wire.Json("{}"))),
            ("an empty import", new("POST", "/import", 400, "line 1", () => Wire.Lines(string.Empty))),
            (
                "an import without a header",
                new(
                    "POST",
                    "/import",
                    400,
                    "line 1",
                    () => Wire.Lines("""{"message":{"resource_id":"r","position":0,"message":{"id":"m","role":"user","content":"x"}}}"""))),
            ("an import that is no JSON", new("POST", "/import", 400, "line 1", () => Wire.Lines("id,content\n1,x"))),
            ("an import line with half a pair", new("POST", "/import", 400, "line 2", () => Wire.Lines(Header + "\n{\"category\":{\"name\":\"\\ud800\"}}"))),
            ("an import line with nulls", new("POST", "/import", 400, "line 2", () => Wire.Lines(Header + "\n{\"memory\":null}"))),
            (
                "an import line with a null keyword",
                new(
                    "POST",
                    "/import",
                    400,
                    "line 2",
                    () => Wire.Lines(Header + "\n" + MemoryLine.Replace("\"author\"", "\"keywords\":[null],\"author\"", StringComparison.Ordinal)))),
            .. new[] { "user_id", "agent_id", "session_id" }.Select(owner => (
                $"an import line with a null {owner}",
                new HostileCase(
                    "POST",
                    "/import",
                    400,
                    "line 2",
                    () => Wire.Lines(Header + "\n" + MemoryLine.Replace("\"author\"", $"\"{owner}\":null,\"author\"", StringComparison.Ordinal))))),
            (
                "an import line with a null workspace in its scope",
                new(
                    "POST",
                    "/import",
                    400,
                    "line 2",
                    () => Wire.Lines(Header + "\n" + """
                        {"resource":{"id":"r","scope":{"workspace":null},"modality":"document","recorded_at":"2026-01-01T00:00:00Z"}}
                        """))),
            (
                "an import line with a null user in its scope",
                new(
                    "POST",
                    "/import",
                    400,
                    "line 2",
                    () => Wire.Lines(Header + "\n" + """
                        {"resource":{"id":"r","scope":{"workspace":"w","user":null},"modality":"document","recorded_at":"2026-01-01T00:00:00Z"}}
                        """))),
            (
                "an import line with a null scope",
                new(
                    "POST",
                    "/import",
                    400,
                    "line 2",
                    () =>
                        Wire.Lines(
                            Header
                                + "\n"
                                + """
                                {"resource":{"id":"r","scope":null,"modality":"document","recorded_at":"2026-01-01T00:00:00Z"}}
                                """))),
            ("an import line that is too long", new("POST", "/import", 400, "line 2", () => Wire.Lines(Header + "\n" + new string(' ', 40_000_000)))),
            ("a body too large", new("POST", "/messages", 413, "body", () => Wire.Bytes(new byte[33 * 1024 * 1024]))),
            (
                "a body too large that does not say so",
                new(
                    "POST",
                    "/messages",
                    413,
                    "body",
                    () => new StreamContent(new UnseekableStream(new byte[33 * 1024 * 1024])) { Headers = { ContentType = new("application/json") } })),
            ("an unknown parameter", new("GET", "/memories?usr_id=a", 400, "usr_id", null)),
            ("a parameter twice", new("GET", "/memories?user_id=a&user_id=b", 400, "user_id", null)),
            ("an empty user", new("GET", "/memories?user_id=", 400, "user_id", null)),
            ("a blank user", new("GET", "/memories?user_id=%20", 400, "user_id", null)),
            ("everything of an agent of blanks", new("DELETE", "/memories?agent_id=+%09", 400, "agent_id", null)),
            ("a limit that is none", new("GET", "/memories?limit=ten", 400, "limit", null)),
            ("a limit of 0", new("GET", "/memories?limit=0", 400, "limit", null)),
            ("a limit beyond", new("GET", "/memories?limit=99999999999", 400, "limit", null)),
            ("a cursor that is none", new("GET", "/memories?cursor=abc", 400, "cursor", null)),
            ("an unknown status", new("GET", "/memories?status=gone", 400, "status", null)),
            ("a filter that is no JSON", new("GET", "/memories?filter=%7B", 400, "filter", null)),
            ("a query that is no UTF-8", new("GET", "/memories?user_id=%C3%28", 400, "query", null)),
            ("a query that is half encoded", new("GET", "/memories?user_id=%4", 400, "query", null)),
            ("a path that is no UTF-8", new("GET", "/memories/%C3%28", 400, "path", null)),
            ("a control character in an id", new("GET", "/memories/a%01b", 400, "id", null)),
            ("a bidi override in an id", new("GET", "/memories/%E2%80%AEgro", 400, "id", null)),
            ("erase that is none", new("DELETE", "/memories/x?erase=yes", 400, "erase", null)),
            ("an upload without a file", new("POST", "/resources", 400, "file", () => new MultipartFormDataContent { { new StringContent("n"), "name" } })),
            (
                "an upload that is no text",
                new(
                    "POST",
                    "/resources",
                    415,
                    "file",
                    () => new MultipartFormDataContent { { Wire.Bytes([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"), "file", "x.jpg" } })),
            ("an upload with an unknown part", new("POST", "/resources", 400, "fil", () => new MultipartFormDataContent { { new StringContent("n"), "fil" } })),
            ("an upload without a boundary", new("POST", "/resources", 400, "Content-Type", () => Wire.Bytes("x"u8.ToArray(), "multipart/form-data"))),
            (
                "an upload cut off",
                new(
                    "POST",
                    "/resources",
                    400,
                    "body",
                    () => Wire.Bytes("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc"u8.ToArray(), "multipart/form-data; boundary=b"))),
            ("a foreign page", new("POST", "/search", 403, null, () => Wire.Json("""{"query":"x"}"""), [("Origin", "https://evil.example")])),
            ("a page without an origin", new("POST", "/export", 403, null, null, [("Origin", "null")])),
            ("a foreign host", new("GET", "/memories", 403, null, null, [("Host", "evil.example")])),
            ("an unknown path", new("GET", "/nothing", 404, null, null)),
            ("a path with dots", new("GET", "/memories/../../../etc/passwd", 404, null, null)),
            ("an unknown method", new("PUT", "/memories", 405, null, null)),
            ("a method of nobody's", new("BREW", "/memories", 405, null, null)),
        ];

    private static string Header => """{"header":{"format":"remanence-export","version":1,"workspace":"w"}}""";

    private static string MemoryLine =>
        """{"memory":{"id":"i","workspace":"w","kind":"message","author":"verbatim","content":"x","observed_at":"2026-01-01T00:00:00Z","recorded_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","status":"active"}}""";

    private static ByteArrayContent Packed()
    {
        var content = Wire.Bytes([0x1f, 0x8b]);
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
