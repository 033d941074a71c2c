using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Remanence.Models.Structured;

/// <summary>
/// Copies a reply's JSON, forgiving what models get wrong where only one reading is possible by the schema: a number or truth value given as text, and the
/// other way round; a single value where a list is wanted; an object as the only item of a list where the object is wanted; letter case of property names and
/// choices; a null where a property may be left out instead.
/// </summary>
internal sealed class ReplyAdapter(ReplySchema schema)
{
    private static readonly JsonWriterOptions Lenient = new() { SkipValidation = true };

    /// <exception cref="ReplyShapeException">A value is missing that must be there.</exception>
    public ReadOnlyMemory<byte> Adapt(JsonElement reply)
    {
        var value = Unwrap(reply);
        var root = new Allowed(schema, schema.Value);
        if (value.ValueKind == JsonValueKind.Array && !root.Array && value.GetArrayLength() == 1)
        {
            value = value[0];
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Lenient))
        {
            Write(writer, value, schema.Value, "$");
        }

        return buffer.WrittenMemory;
    }

    private JsonElement Unwrap(JsonElement reply)
    {
        if (schema.IsWrapped && reply.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in reply.EnumerateObject())
            {
                if (property.NameEquals(ReplySchema.Data))
                {
                    return property.Value;
                }
            }
        }

        return reply;
    }

    private void Write(Utf8JsonWriter writer, JsonElement value, JsonElement wanted, string path)
    {
        var allowed = new Allowed(schema, wanted);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when allowed.Object:
                WriteObject(writer, value, allowed, path);
                break;
            case JsonValueKind.Array when allowed.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, allowed.Items, $"{path}[{index++}]");
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Null when !allowed.Null:
                throw new ReplyShapeException($"{path} must not be null.");
            case JsonValueKind.Object or JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when allowed.OnlyArray:
                writer.WriteStartArray();
                Write(writer, value, allowed.Items, path);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteString(writer, value, allowed);
                break;
            case JsonValueKind.Number when allowed.Integer && !allowed.Number && value.TryGetDecimal(out var number) && decimal.Truncate(number) == number:
                writer.WriteRawValue(number.ToString("0", CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when allowed.OnlyString:
                writer.WriteStringValue(value.GetRawText());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter writer, JsonElement value, Allowed allowed, string path)
    {
        var given = value.EnumerateObject().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            var name = allowed.PropertyName(property.Name, given);
            var wanted = allowed.Property(name);
            var child = $"{path}.{name}";
            if (property.Value.ValueKind == JsonValueKind.Null && !new Allowed(schema, wanted).Null && !allowed.Requires(name))
            {
                continue;
            }

            writer.WritePropertyName(name);
            Write(writer, property.Value, wanted, child);
        }

        writer.WriteEndObject();
    }

    private static void WriteString(Utf8JsonWriter writer, JsonElement value, Allowed allowed)
    {
        if (allowed.String)
        {
            writer.WriteStringValue(allowed.Choice(value.GetString()!));
            return;
        }

        var text = value.GetString()!.Trim();
        if (allowed.Integer && !allowed.Number && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            writer.WriteNumberValue(integer);
        }
        else if (
            allowed.Number
            && double.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var number)
            && double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else if (allowed.Boolean && bool.TryParse(text, out var truth))
        {
            writer.WriteBooleanValue(truth);
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
