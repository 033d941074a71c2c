using Remanence.Diagnostics;
using Remanence.Http;

namespace Remanence.Server.Http;

/// <summary>
/// A request's query parameters. One that the route does not know is refused, because a mistyped <c>user_id</c> would show everybody's memories;
/// one given twice is refused, because two readers of one URL must not disagree about whose memories it names.
/// </summary>
internal readonly struct QueryValues
{
    private readonly Dictionary<string, string>? _values;

    private QueryValues(Dictionary<string, string>? values) => _values = values;

    public string? Find(string name) => _values?.GetValueOrDefault(name);

    public static QueryValues Read(HttpRequest request, IReadOnlyList<string> known)
    {
        var query = request.QueryString.Value.AsSpan();
        if (query.Length <= 1)
        {
            return default;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        query = query[1..];
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw Unknown(name, known);
            }

            if (!values.TryAdd(name, Decode(equals < 0 ? [] : pair[(equals + 1)..])))
            {
                throw new InvalidRequestException(name, $"{name} is given more than once; give it once.");
            }
        }

        return new QueryValues(values);
    }

    private static InvalidRequestException Unknown(string name, IReadOnlyList<string> known)
    {
        var remedy = Nearest.Find(name, known) is { } near ? $"did you mean {near}?"
            : known.Count == 0 ? "this route takes none."
            : $"this route takes {string.Join(", ", known)}.";
        return new InvalidRequestException(Printable.Line(name), $"{Printable.Show(name)} is not a query parameter here; {remedy}");
    }

    private static string Decode(ReadOnlySpan<char> encoded) =>
        PercentEncoding.TryDecode(encoded, plusIsSpace: true, out var decoded)
            ? decoded
            : throw new InvalidRequestException(
                "query",
                $"The query holds {Printable.Show(encoded.ToString())}, which is not percent-encoded UTF-8; encode values once, a percent sign as %25.");
}
