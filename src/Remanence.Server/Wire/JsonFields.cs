using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Http;
using Remanence.Json;
using Remanence.Text.Time;

namespace Remanence.Server.Wire;

/// <summary>Reads single values of a request, or says which one is wrong, what it is and what it should be.</summary>
internal static class JsonFields
{
    public static string Text(JsonElement value, Field field) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(value, field, "a string");

    public static string? OptionalText(JsonElement value, Field field) => IsNull(value) ? null : Text(value, field);

    /// <summary>Whose it is. Null may stand for a name that a program did not have, and would mean everybody.</summary>
    public static string Id(JsonElement value, Field field) =>
        IsNull(value)
            ? throw new InvalidRequestException(field.ToString(), $"{field} is null: name one, or leave the member out to mean all.")
            : Text(value, field);

    public static int Integer(JsonElement value, Field field)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        throw Wrong(value, field, "a whole number");
    }

    public static long LongInteger(JsonElement value, Field field) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : throw Wrong(value, field, "a whole number");

    public static double Number(JsonElement value, Field field) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw Wrong(value, field, "a number");

    public static bool Flag(JsonElement value, Field field) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(value, field, "true or false"),
    };

    public static DateTimeOffset Time(JsonElement value, Field field) =>
        value.ValueKind == JsonValueKind.String && JsonTime.TryParse(value.GetString()!, out var time)
            ? time
            : throw Wrong(value, field, "an RFC 3339 time such as 2026-05-08T13:56:00Z, or a date such as 2026-05-08");

    public static DateTimeOffset? OptionalTime(JsonElement value, Field field) => IsNull(value) ? null : Time(value, field);

    /// <summary>A message's time: RFC 3339, or as exports of conversations write it, such as "1:56 pm on 8 May, 2023".</summary>
    public static DateTimeOffset? OptionalMessageTime(JsonElement value, Field field) =>
        value.ValueKind == JsonValueKind.String && !JsonTime.TryParse(value.GetString()!, out _) && MessageTimes.TryParse(value.GetString()!, out var time)
            ? time
            : OptionalTime(value, field);

    /// <summary>Strings; one alone may stand without its array.</summary>
    public static IReadOnlyList<string>? OptionalTexts(JsonElement value, Field field, int max)
    {
        if (IsNull(value))
        {
            return null;
        }

        RequireArray(value, field, max);
        var texts = new string[value.GetArrayLength()];
        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            texts[at] = Text(item, field with { Index = at });
            at++;
        }

        return texts;
    }

    public static void RequireArray(JsonElement value, Field field, int max)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(value, field, "an array");
        }

        if (value.GetArrayLength() > max)
        {
            throw new InvalidRequestException(
                field.ToString(),
                $"{field} has {value.GetArrayLength()} items; at most {max} are taken in one call, so split it.");
        }
    }

    public static JsonElement Object(JsonElement value, Field field) =>
        value.ValueKind == JsonValueKind.Object ? value : throw Wrong(value, field, "an object");

    /// <summary>A copy that outlives the request's buffer.</summary>
    public static JsonElement? OptionalObject(JsonElement value, Field field) => IsNull(value) ? null : Object(value, field).Clone();

    public static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;

    public static InvalidRequestException Missing(Field field, string what) => new(field.ToString(), $"{field} is missing; {what}");

    public static InvalidRequestException Unknown(string name, Field parent, params IReadOnlyList<string> known)
    {
        var remedy = Nearest.Find(name, known) is { } near ? $"did you mean {near}?" : $"known are {string.Join(", ", known)}.";
        var shown = Printable.Line(name);
        var field = parent.Name.Length == 0 ? shown : $"{parent}.{shown}";
        return new InvalidRequestException(field, $"{field} is not known here; {remedy}");
    }

    public static InvalidRequestException Wrong(JsonElement value, Field field, string expected) =>
        new(field.ToString(), $"{field} must be {expected}, not {JsonText.Describe(value)}.");
}
