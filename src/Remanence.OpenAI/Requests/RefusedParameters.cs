using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Remanence.Models;
using Remanence.Models.Endpoints;
using Remanence.Models.Profiles;

namespace Remanence.OpenAI.Requests;

/// <summary>
/// What one endpoint does not know. A 400 or 422 that complains about optional fields is answered by the same request without them, and they stay away for
/// as long as the client lives. Other refusals pass. Thread-safe.
/// </summary>
internal sealed partial class RefusedParameters(ModelProfile profile, ILogger logger)
{
    // Some endpoints name one field at a time; after this many, all optional ones go.
    private const int NamedRounds = 4;

    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal)
    {
        "model", "messages", "input", "stream", "tools", "query", "documents", "texts", "parameters", "file",
    };

    private static readonly string[] Complaints =
    [
        "unknown", "unrecognized", "unrecognised", "unsupported", "unexpected", "not supported", "not support", "not permitted", "not allowed", "unavailable",
        "extra_forbidden", "extra field", "extra input", "additional propert", "invalid_parameter", "must be 'json_schema'",
    ];

    private static readonly string[] FieldWords = ["param", "argument", "field", "propert", "input", "option", "key"];

    private ImmutableHashSet<string> _known = [];

    /// <summary>Sends the body without what is known to be refused, and again without what turns out to be.</summary>
    /// <param name="build">Makes the body without the fields that it is given.</param>
    /// <param name="send">Sends it.</param>
    public async Task<T> CallAsync<T>(Func<ImmutableHashSet<string>, JsonObject> build, Func<JsonObject, Task<T>> send)
    {
        var known = _known;
        var refused = known;
        for (var round = 1; ; round++)
        {
            var body = build(refused);
            try
            {
                var result = await send(body);
                Remember(refused.Except(known));
                return result;
            }
            catch (ModelException exception) when (exception.InnerException is EndpointErrorException { Status: 400 or 422 } answer)
            {
                var complained = Complained(body, answer.Error, all: round >= NamedRounds);
                if (complained.Count == 0)
                {
                    throw;
                }

                refused = refused.Union(complained);
            }
        }
    }

    private static List<string> Complained(JsonObject body, ErrorText error, bool all)
    {
        var optional = body.Select(field => field.Key).Where(name => !Needed.Contains(name)).ToList();
        var words = $"{error.Code} {error.Message}";
        if (!Complaints.Any(complaint => words.Contains(complaint, StringComparison.OrdinalIgnoreCase)))
        {
            return [];
        }

        var named = optional.Where(name => Names(error.Parameter, name) || Names(words, name)).ToList();
        return named.Count > 0 && !all ? named
            : named.Count > 0 || FieldWords.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase)) ? optional
            : [];
    }

    /// <summary>Whether the text holds the name as a word of its own: <c>max_tokens</c> is not in <c>max_completion_tokens</c>.</summary>
    private static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private void Remember(ImmutableHashSet<string> refused)
    {
        if (!refused.IsEmpty)
        {
            ImmutableInterlocked.Update(ref _known, static (known, more) => known.Union(more), refused);
            LogRefused(logger, profile.Name, string.Join(", ", refused.Order(StringComparer.Ordinal)));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Profile}: the endpoint does not take {Parameters}; its calls go without.")]
    private static partial void LogRefused(ILogger logger, string profile, string parameters);
}
