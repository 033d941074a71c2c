using System.Globalization;
using System.Text;
using Remanence.Memories;

namespace Remanence.Client;

/// <summary>Builds addresses in which ids are data: whatever they hold, a slash or two dots, stays inside its segment.</summary>
internal sealed class WireUri
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly StringBuilder _text;
    private char _separator = '?';

    public WireUri(Uri root, string path) => _text = new StringBuilder(root.AbsoluteUri.TrimEnd('/')).Append(path);

    public WireUri Segment(string field, string value)
    {
        RequireRepresentable(field, value);
        if (value.Length == 0)
        {
            throw new InvalidRequestException(field, $"{field} is empty; name one.");
        }

        if (value.Contains('\0', StringComparison.Ordinal))
        {
            // Web servers drop the whole request for it, before anything could say why.
            throw new InvalidRequestException(field, $"{field} contains a NUL character: remove it.");
        }

        // Escaping leaves dots alone, and a segment of nothing but dots would be resolved on the way.
        var escaped = value.All(c => c == '.') ? value.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(value);
        _text.Append('/').Append(escaped);
        return this;
    }

    public WireUri Path(string path)
    {
        _text.Append(path);
        return this;
    }

    public WireUri Query(string name, string? value)
    {
        if (value is null)
        {
            return this;
        }

        RequireRepresentable(name, value);
        _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _separator = '&';
        return this;
    }

    public WireUri Scope(Scope scope) => Query("user_id", scope.User).Query("agent_id", scope.Agent).Query("session_id", scope.Session);

    public WireUri Page(Scope scope, string? cursor, int limit) =>
        Scope(scope).Query("cursor", cursor).Query("limit", limit.ToString(CultureInfo.InvariantCulture));

    public Uri Build() => new(_text.ToString(), AsWritten);

    // Escaping would turn half a surrogate pair into another character, and so one id into another.
    private static void RequireRepresentable(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value, field);
        Representable.Check(field, value);
    }
}
