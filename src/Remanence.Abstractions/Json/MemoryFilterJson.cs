using System.Globalization;
using System.Text.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores.Filters;

namespace Remanence.Json;

/// <summary>
/// Filters as JSON. An object's members all have to hold:
/// <c>id</c>, <c>kind</c>, <c>status</c>, <c>keyword</c>, <c>category</c> take a string or an array of them (one must hold);
/// <c>observed</c>, <c>recorded</c>, <c>updated</c>, <c>event</c> take <c>{"from": time, "to": time}</c>, half-open; <c>valid_at</c> takes a time;
/// <c>metadata</c> takes an object of dotted paths to a value, or to <c>{"eq"|"in"|"gt"|"gte"|"lt"|"lte": operand}</c>; a path may also be
/// an object's nesting, written <c>{"path": ["a.b", "c"], "gte": 3}</c> under <c>metadata_at</c> (an array of such) when a name holds a dot;
/// <c>and</c>, <c>or</c> take arrays of filters, <c>not</c> takes a filter.
/// </summary>
public static class MemoryFilterJson
{
    /// <summary>Reads a filter.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="InvalidRequestException">It does not fit the grammar, or has more than <see cref="ServiceLimits.MaxFilterNodes"/> nodes.</exception>
    public static MemoryFilter Parse(JsonElement json)
    {
        var budget = ServiceLimits.MaxFilterNodes;
        return ParseObject(json, "filter", ref budget);
    }

    /// <summary>Writes a filter so that <see cref="Parse"/> reads an equivalent one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="filter">The filter.</param>
    public static void Write(Utf8JsonWriter writer, MemoryFilter filter)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        switch (filter)
        {
            case MemoryFilter.And and: WriteParts(writer, "and", and.Parts); break;
            case MemoryFilter.Or or: WriteParts(writer, "or", or.Parts); break;
            case MemoryFilter.Not not:
                writer.WritePropertyName("not");
                Write(writer, not.Part);
                break;
            case MemoryFilter.Id id: WriteStrings(writer, "id", id.Values); break;
            case MemoryFilter.Kind kind: WriteStrings(writer, "kind", kind.Values); break;
            case MemoryFilter.Status status: WriteStrings(writer, "status", status.Values.Select(Name)); break;
            case MemoryFilter.Keyword keyword: WriteStrings(writer, "keyword", keyword.Values); break;
            case MemoryFilter.Category category: WriteStrings(writer, "category", category.Values); break;
            case MemoryFilter.ValidAt valid: writer.WriteString("valid_at", valid.Instant); break;
            case MemoryFilter.Time time:
                writer.WriteStartObject(Name(time.Field));
                if (time.From is { } from)
                {
                    writer.WriteString("from", from);
                }

                if (time.To is { } to)
                {
                    writer.WriteString("to", to);
                }

                writer.WriteEndObject();
                break;
            case MemoryFilter.Metadata metadata:
                writer.WriteStartArray("metadata_at");
                writer.WriteStartObject();
                WriteStrings(writer, "path", metadata.Path);
                WriteOperands(writer, metadata);
                writer.WriteEndObject();
                writer.WriteEndArray();
                break;
            default: throw new ArgumentException($"A filter of type {filter?.GetType().Name ?? "null"} has no JSON.", nameof(filter));
        }

        writer.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter writer, string name, IReadOnlyList<MemoryFilter> parts)
    {
        writer.WriteStartArray(name);
        foreach (var part in parts)
        {
            Write(writer, part);
        }

        writer.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteOperands(Utf8JsonWriter writer, MemoryFilter.Metadata metadata)
    {
        writer.WritePropertyName(Name(metadata.Operator));
        if (metadata.Operator != MetadataOperator.In)
        {
            metadata.Values[0].WriteTo(writer);
            return;
        }

        writer.WriteStartArray();
        foreach (var value in metadata.Values)
        {
            value.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private static MemoryFilter ParseObject(JsonElement json, string at, ref int budget)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidRequestException(at, $"{at} must be an object such as {{\"kind\": \"message\"}}, not {Describe(json)}.");
        }

        var parts = new List<MemoryFilter>();
        foreach (var member in json.EnumerateObject())
        {
            var here = $"{at}.{member.Name}";
            switch (member.Name)
            {
                case "and": parts.Add(new MemoryFilter.And(ParseParts(member.Value, here, ref budget))); break;
                case "or": parts.Add(new MemoryFilter.Or(ParseParts(member.Value, here, ref budget))); break;
                case "not": parts.Add(new MemoryFilter.Not(ParseObject(member.Value, here, ref budget))); break;
                case "metadata": ParseMetadata(member.Value, here, parts, ref budget); break;
                case "metadata_at": ParseMetadataAt(member.Value, here, parts, ref budget); break;
                default: parts.Add(ParseLeaf(member, here)); break;
            }

            Spend(ref budget, at);
        }

        return parts.Count == 1 ? parts[0] : new MemoryFilter.And(parts);
    }

    private static MemoryFilter ParseLeaf(JsonProperty member, string here) =>
        member.Name switch
        {
            "id" => new MemoryFilter.Id(Strings(member.Value, here)),
            "kind" => new MemoryFilter.Kind(Strings(member.Value, here)),
            "status" => new MemoryFilter.Status([.. Strings(member.Value, here).Select(name => Enum<MemoryStatus>(name, here))]),
            "keyword" => new MemoryFilter.Keyword(Strings(member.Value, here)),
            "category" => new MemoryFilter.Category(Strings(member.Value, here)),
            "valid_at" => new MemoryFilter.ValidAt(Time(member.Value, here)),
            "observed" => ParseTime(MemoryTimeField.Observed, member.Value, here),
            "recorded" => ParseTime(MemoryTimeField.Recorded, member.Value, here),
            "updated" => ParseTime(MemoryTimeField.Updated, member.Value, here),
            "event" => ParseTime(MemoryTimeField.Event, member.Value, here),
            _ => throw new InvalidRequestException(
                here,
                $"{here} is not part of a filter; use id, kind, status, keyword, category, observed, recorded, updated, event, valid_at, metadata, "
                + $"metadata_at, and, or, not."),
        };

    private static List<MemoryFilter> ParseParts(JsonElement json, string at, ref int budget)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidRequestException(at, $"{at} must be an array of filters, not {Describe(json)}.");
        }

        var parts = new List<MemoryFilter>();
        foreach (var part in json.EnumerateArray())
        {
            Spend(ref budget, at);
            parts.Add(ParseObject(part, $"{at}[{parts.Count.ToString(CultureInfo.InvariantCulture)}]", ref budget));
        }

        return parts;
    }

    private static void ParseMetadata(JsonElement json, string at, List<MemoryFilter> parts, ref int budget)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidRequestException(at, $"{at} must be an object of paths to values, not {Describe(json)}.");
        }

        foreach (var member in json.EnumerateObject())
        {
            var here = $"{at}.{member.Name}";
            string[] path = member.Name.Split('.');
            if (member.Value.ValueKind != JsonValueKind.Object)
            {
                parts.Add(new MemoryFilter.Metadata(path, MetadataOperator.Eq, [Operand(member.Value, here)]));
                Spend(ref budget, at);
                continue;
            }

            foreach (var comparison in member.Value.EnumerateObject())
            {
                parts.Add(ParseComparison(path, comparison, here));
                Spend(ref budget, at);
            }
        }
    }

    private static void ParseMetadataAt(JsonElement json, string at, List<MemoryFilter> parts, ref int budget)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidRequestException(at, $"{at} must be an array such as [{{\"path\": [\"a\"], \"eq\": 1}}], not {Describe(json)}.");
        }

        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("path", out var names))
            {
                throw new InvalidRequestException(at, $"{at} needs objects with a path.");
            }

            var path = Strings(names, at + ".path");
            if (path.Count == 0)
            {
                throw new InvalidRequestException(at, $"{at}.path must name at least one member.");
            }

            foreach (var comparison in item.EnumerateObject().Where(member => member.Name != "path"))
            {
                parts.Add(ParseComparison(path, comparison, at));
                Spend(ref budget, at);
            }
        }
    }

    private static MemoryFilter.Metadata ParseComparison(IReadOnlyList<string> path, JsonProperty comparison, string at)
    {
        var here = $"{at}.{comparison.Name}";
        var operation = Enum<MetadataOperator>(comparison.Name, here);
        if (operation != MetadataOperator.In)
        {
            return new MemoryFilter.Metadata(path, operation, [Operand(comparison.Value, here)]);
        }

        if (comparison.Value.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidRequestException(here, $"{here} must be an array of values, not {Describe(comparison.Value)}.");
        }

        return new MemoryFilter.Metadata(path, operation, [.. comparison.Value.EnumerateArray().Select(value => Operand(value, here))]);
    }

    private static MemoryFilter.Time ParseTime(MemoryTimeField field, JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidRequestException(at, $"{at} must be an object with from, to or both, not {Describe(json)}.");
        }

        DateTimeOffset? from = null;
        DateTimeOffset? to = null;
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name)
            {
                case "from": from = Time(member.Value, at + ".from"); break;
                case "to": to = Time(member.Value, at + ".to"); break;
                default: throw new InvalidRequestException(at, $"{at}.{member.Name} is not known; use from and to.");
            }
        }

        return new MemoryFilter.Time(field, from, to);
    }

    private static JsonElement Operand(JsonElement json, string at) =>
        json.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? json.Clone()
            : throw new InvalidRequestException(at, $"{at} must be a string, a number, true or false, not {Describe(json)}.");

    private static List<string> Strings(JsonElement json, string at)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return [json.GetString()!];
        }

        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            throw new InvalidRequestException(at, $"{at} must be a string or an array of strings, not {Describe(json)}.");
        }

        if (json.GetArrayLength() > ServiceLimits.MaxPage)
        {
            throw new InvalidRequestException(at, $"{at} has {json.GetArrayLength()} values; at most {ServiceLimits.MaxPage} are allowed.");
        }

        return [.. json.EnumerateArray().Select(item => item.GetString()!)];
    }

    private static DateTimeOffset Time(JsonElement json, string at) =>
        json.ValueKind == JsonValueKind.String && JsonTime.TryParse(json.GetString()!, out var time)
            ? time
            : throw new InvalidRequestException(at, $"{at} must be an RFC 3339 time such as 2026-05-08T13:56:00Z, not {Describe(json)}.");

    private static T Enum<T>(string name, string at)
        where T : struct, Enum
    {
        foreach (var value in System.Enum.GetValues<T>())
        {
            if (string.Equals(Name(value), name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new InvalidRequestException(at, $"{at}: \"{name}\" is not known; use {string.Join(", ", System.Enum.GetValues<T>().Select(Name))}.");
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static void Spend(ref int budget, string at)
    {
        if (--budget < 0)
        {
            throw new InvalidRequestException(at, $"The filter has more than {ServiceLimits.MaxFilterNodes} conditions; split the call.");
        }
    }
}
