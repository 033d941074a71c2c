using System.Text;
using System.Text.Json;

namespace Remanence.Models.Endpoints;

/// <summary>The words of an error answer, from whichever of the usual shapes they came in.</summary>
/// <param name="Message">What it says; empty when it says nothing that can be read.</param>
/// <param name="Code">Its code and type, joined; empty when there is none.</param>
/// <param name="Parameter">The parameter that it complains about; empty when it names none.</param>
public sealed record ErrorText(string Message, string Code = "", string Parameter = "")
{
    /// <summary>Nothing was said.</summary>
    public static readonly ErrorText None = new("");

    /// <summary>The number that some gateways put in place of a status: an error inside a stream, or one that came with 200.</summary>
    public int? Status =>
        Code.Split(' ').Select(part => int.TryParse(part, out var number) ? number : 0).FirstOrDefault(number => number is >= 400 and < 600)
            is > 0
                and var status
            ? status
            : null;

    /// <summary>Reads an answer's body; never fails.</summary>
    public static ErrorText Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Parse(document.RootElement);
        }
        catch (JsonException)
        {
            var text = Encoding.UTF8.GetString(body.Span).Trim();
            return text.StartsWith('<') ? None : new ErrorText(text);
        }
    }

    /// <summary>Reads an answer's body; never fails.</summary>
    public static ErrorText Parse(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.String => new ErrorText(root.GetString()!),
        JsonValueKind.Array when root.GetArrayLength() > 0 => Details(root),
        JsonValueKind.Object => Object(root),
        _ => None,
    };

    private static ErrorText Object(JsonElement root)
    {
        if (root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
        {
            return Parse(error);
        }

        if (root.TryGetProperty("detail", out var detail) && detail.ValueKind is JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.String)
        {
            return Parse(detail);
        }

        var code = string.Join(' ', new[] { Scalar(root, "code"), Scalar(root, "type") }.Where(part => part.Length > 0));
        var message = Scalar(root, "message") is { Length: > 0 } said ? said : Scalar(root, "msg");
        return new ErrorText(message, code, Scalar(root, "param"));
    }

    /// <summary>FastAPI's list: what is wrong, and where.</summary>
    private static ErrorText Details(JsonElement list)
    {
        var texts = new List<string>();
        var codes = new List<string>();
        foreach (var item in list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            var place = item.TryGetProperty("loc", out var location) && location.ValueKind == JsonValueKind.Array
                ? string.Join('.', location.EnumerateArray().Select(Text).Where(part => part != "body"))
                : "";
            texts.Add(place.Length > 0 ? $"{place}: {Scalar(item, "msg")}" : Scalar(item, "msg"));
            codes.Add(Scalar(item, "type"));
        }

        return new ErrorText(string.Join("; ", texts), string.Join(' ', codes));
    }

    private static string Scalar(JsonElement value, string name) => value.TryGetProperty(name, out var property) ? Text(property) : "";

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
