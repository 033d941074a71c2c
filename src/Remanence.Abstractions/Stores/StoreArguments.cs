using System.Runtime.InteropServices;
using System.Text.Json;
using Remanence.Memories;

namespace Remanence.Stores;

/// <summary>
/// What every store refuses with <see cref="ArgumentException"/> before it touches anything, so that all refuse alike: text that is not
/// well-formed UTF-16 (a lone surrogate), text with a NUL where it would be stored, a scope of another workspace, a missing metadata value, a page size out of
/// range.
/// </summary>
public static partial class StoreArguments
{
    /// <summary>Checks whom an erasure names: never a whole workspace, which has its own method.</summary>
    /// <param name="scope">The scope.</param>
    public static void CheckErasable(Scope scope)
    {
        CheckScope(scope);
        if (scope.User is null && scope.Agent is null && scope.Session is null)
        {
            throw new ArgumentException("An erasure names a user, an agent or a session; a whole workspace is dropped.", nameof(scope));
        }
    }

    /// <summary>Checks a scope.</summary>
    /// <param name="scope">The scope.</param>
    public static void CheckScope(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        RequireText(scope.Workspace, "A workspace's name");
        CheckText(scope.User, "A user's id");
        CheckText(scope.Agent, "An agent's id");
        CheckText(scope.Session, "A session's id");
    }

    /// <summary>Checks texts, none of which may be null.</summary>
    /// <param name="values">The texts.</param>
    /// <param name="what">What they are, for the message.</param>
    public static void CheckTexts(IReadOnlyList<string> values, string what)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var i = 0; i < values.Count; i++)
        {
            RequireText(values[i], what);
        }
    }

    /// <summary>Checks a text that must be there.</summary>
    /// <param name="value">The text.</param>
    /// <param name="what">What it is, for the message.</param>
    public static void RequireText(string? value, string what)
    {
        ArgumentNullException.ThrowIfNull(value, what);
        CheckText(value, what);
    }

    /// <summary>Checks a text that may be absent.</summary>
    /// <param name="value">The text.</param>
    /// <param name="what">What it is, for the message.</param>
    public static void CheckText(string? value, string what)
    {
        if (value is not null && !IsWellFormed(value))
        {
            throw new ArgumentException($"{what} holds half of a surrogate pair; only well-formed UTF-16 can be stored.", nameof(value));
        }
    }

    /// <summary>Whether a JSON value has a NUL in a string or a name, as the escape that it is in JSON.</summary>
    /// <param name="json">The value.</param>
    public static bool HoldsNul(JsonElement json) =>
        json.ValueKind != JsonValueKind.Undefined && JsonMarshal.GetRawUtf8Value(json).IndexOf("\\u0000"u8) >= 0
        && !AllTexts(json, text => !text.Contains('\0', StringComparison.Ordinal));

    /// <summary>Whether a text is well-formed UTF-16. A filter may hold one that is not; it equals nothing stored.</summary>
    /// <param name="text">The text.</param>
    public static bool IsWellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (!char.IsHighSurrogate(rest[at]) || at + 1 == rest.Length || !char.IsLowSurrogate(rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }

    private static void CheckStored(string? value, string what)
    {
        CheckText(value, what);
        if (value is not null && value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{what} holds a NUL character, which no store keeps; remove it.", nameof(value));
        }
    }

    private static void RequireStored(string? value, string what)
    {
        ArgumentNullException.ThrowIfNull(value, what);
        CheckStored(value, what);
    }

    private static void RequireStored(IReadOnlyList<string> values, string what)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var i = 0; i < values.Count; i++)
        {
            RequireStored(values[i], what);
        }
    }

    private static void CheckStoredScope(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        RequireStored(scope.Workspace, "A workspace's name");
        CheckStored(scope.User, "A user's id");
        CheckStored(scope.Agent, "An agent's id");
        CheckStored(scope.Session, "A session's id");
    }

    private static void CheckJson(JsonElement? json, string what)
    {
        if (json is not { } value)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException($"{what} is an undefined JSON value; leave it out instead.", nameof(json));
        }

        // JSON can hold half a surrogate pair only as an escape, which is rare enough to look at every string only then.
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if ((raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0) && !AllTexts(value, _ => true))
        {
            throw new ArgumentException($"{what} holds half of a surrogate pair; only well-formed UTF-16 can be stored.", nameof(json));
        }

        if (HoldsNul(value))
        {
            throw new ArgumentException($"{what} holds a NUL character, which no store keeps; remove it.", nameof(json));
        }
    }

    // False also when a text is not well-formed.
    private static bool AllTexts(JsonElement json, Func<string, bool> isAllowed)
    {
        var open = new Stack<JsonElement>([json]);
        try
        {
            while (open.TryPop(out var value))
            {
                switch (value.ValueKind)
                {
                    case JsonValueKind.String:
                        if (!isAllowed(value.GetString()!))
                        {
                            return false;
                        }

                        break;
                    case JsonValueKind.Array:
                        foreach (var item in value.EnumerateArray())
                        {
                            open.Push(item);
                        }

                        break;
                    case JsonValueKind.Object:
                        foreach (var member in value.EnumerateObject())
                        {
                            if (!isAllowed(member.Name))
                            {
                                return false;
                            }

                            open.Push(member.Value);
                        }

                        break;
                }
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }
}
