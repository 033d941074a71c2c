using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Remanence.Json;
using Remanence.Messages;

namespace Remanence.Flows.Slots;

/// <summary>The types that need no description of their JSON. Numbers and booleans are also taken as text, as ReMe takes them and models send them.</summary>
internal static class JsonReaders
{
    // By type, because a switch over typeof(T) would be as long and could not be listed.
    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(JsonElement)] = new JsonReader<JsonElement>("JSON", Any),
        [typeof(string)] = new JsonReader<string>("a string", Text),
        [typeof(bool)] = new JsonReader<bool>("true or false", Boolean),
        [typeof(bool?)] = new JsonReader<bool?>("true or false", Optional<bool>(Boolean)),
        [typeof(int)] = new JsonReader<int>("a whole number", Integer32),
        [typeof(int?)] = new JsonReader<int?>("a whole number", Optional<int>(Integer32)),
        [typeof(long)] = new JsonReader<long>("a whole number", Integer64),
        [typeof(long?)] = new JsonReader<long?>("a whole number", Optional<long>(Integer64)),
        [typeof(float)] = new JsonReader<float>("a number", Single),
        [typeof(float?)] = new JsonReader<float?>("a number", Optional<float>(Single)),
        [typeof(double)] = new JsonReader<double>("a number", Number),
        [typeof(double?)] = new JsonReader<double?>("a number", Optional<double>(Number)),
        [typeof(DateTimeOffset)] = new JsonReader<DateTimeOffset>("a time such as \"2026-05-07T10:00:00Z\"", Time),
        [typeof(DateTimeOffset?)] = new JsonReader<DateTimeOffset?>("a time such as \"2026-05-07T10:00:00Z\"", Optional<DateTimeOffset>(Time)),
        [typeof(string[])] = new JsonReader<string[]>("an array of strings", Texts),
        [typeof(IReadOnlyList<string>)] = new JsonReader<IReadOnlyList<string>>("an array of strings", TextList),
        [typeof(IReadOnlyList<JsonElement>)] = new JsonReader<IReadOnlyList<JsonElement>>("an array", Elements),
        [typeof(IReadOnlyList<Message>)] = new JsonReader<IReadOnlyList<Message>>("an array of messages", MessageReader.Read),
    };

    public static JsonReader<T>? For<T>() => Known.GetValueOrDefault(typeof(T)) as JsonReader<T>;

    public static JsonReader<T> From<T>(JsonTypeInfo<T> type)
    {
        var expected = type.Kind switch
        {
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
            JsonTypeInfoKind.Enumerable => "an array",
            _ => "a value",
        };
        return new JsonReader<T>($"{expected} ({TypeNames.Of(typeof(T))})", Read);

        bool Read(JsonElement json, out T value, out JsonFault? fault)
        {
            (value, fault) = (default!, null);
            try
            {
                value = json.Deserialize(type)!;
                return value is not null;
            }
            catch (JsonException exception)
            {
                // "$.items[2].name": the slot's own name stands for the dollar.
                fault = exception.Path is { Length: > 1 } path ? new JsonFault(path[1..], $"this is not what {TypeNames.Of(typeof(T))} takes.") : null;
                return false;
            }
        }
    }

    private static JsonRead<T?> Optional<T>(JsonRead<T> read)
        where T : struct
    {
        return Read;

        bool Read(JsonElement json, out T? value, out JsonFault? fault)
        {
            var ok = read(json, out var found, out fault);
            value = ok ? found : null;
            return ok;
        }
    }

    private static bool Any(JsonElement json, out JsonElement value, out JsonFault? fault)
    {
        (value, fault) = (json, null);
        return true;
    }

    private static bool Text(JsonElement json, out string value, out JsonFault? fault)
    {
        (value, fault) = (json.ValueKind == JsonValueKind.String ? json.GetString()! : string.Empty, null);
        return json.ValueKind == JsonValueKind.String;
    }

    private static bool Boolean(JsonElement json, out bool value, out JsonFault? fault)
    {
        (value, fault) = (json.ValueKind == JsonValueKind.True, null);
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False
            || (json.ValueKind == JsonValueKind.String && bool.TryParse(json.GetString(), out value));
    }

    private static bool Integer32(JsonElement json, out int value, out JsonFault? fault)
    {
        var ok = Integer64(json, out var wide, out fault) && wide is >= int.MinValue and <= int.MaxValue;
        value = ok ? (int)wide : 0;
        return ok;
    }

    private static bool Integer64(JsonElement json, out long value, out JsonFault? fault)
    {
        (value, fault) = (0, null);
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return long.TryParse(json.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
            case JsonValueKind.Number when json.TryGetInt64(out value):
                return true;
            case JsonValueKind.Number when json.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue:
                value = (long)number;
                return true;
            default:
                return false;
        }
    }

    private static bool Single(JsonElement json, out float value, out JsonFault? fault)
    {
        var ok = Number(json, out var wide, out fault) && float.IsFinite((float)wide);
        value = ok ? (float)wide : 0;
        return ok;
    }

    private static bool Number(JsonElement json, out double value, out JsonFault? fault)
    {
        (value, fault) = (0, null);
        return json.ValueKind switch
        {
            JsonValueKind.Number => json.TryGetDouble(out value) && double.IsFinite(value),
            JsonValueKind.String => double.TryParse(json.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value),
            _ => false,
        };
    }

    private static bool Time(JsonElement json, out DateTimeOffset value, out JsonFault? fault)
    {
        (value, fault) = (default, null);
        return json.ValueKind == JsonValueKind.String && JsonTime.TryParse(json.GetString()!, out value);
    }

    private static bool Texts(JsonElement json, out string[] value, out JsonFault? fault)
    {
        (value, fault) = ([], null);
        if (json.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var texts = new string[json.GetArrayLength()];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                fault = new JsonFault($"[{i}]", $"must be a string, but is {JsonShapes.Describe(item)}.");
                return false;
            }

            texts[i++] = item.GetString()!;
        }

        value = texts;
        return true;
    }

    private static bool TextList(JsonElement json, out IReadOnlyList<string> value, out JsonFault? fault)
    {
        var ok = Texts(json, out var texts, out fault);
        value = texts;
        return ok;
    }

    private static bool Elements(JsonElement json, out IReadOnlyList<JsonElement> value, out JsonFault? fault)
    {
        fault = null;
        value = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [];
        return json.ValueKind == JsonValueKind.Array;
    }
}
