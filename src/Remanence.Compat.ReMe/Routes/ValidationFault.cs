using System.Text.Json;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>One entry of FastAPI's 422 answer.</summary>
/// <param name="Type">The kind of fault, as pydantic names it.</param>
/// <param name="Location">Where: <c>body</c>, then names and indexes.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Input">What came; undefined: null.</param>
/// <param name="Reason">More about it, for <c>ctx.error</c>; null: nothing.</param>
internal sealed record ValidationFault(string Type, IReadOnlyList<object> Location, string Message, JsonElement Input, string? Reason = null)
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    public static ValidationFault Missing(IReadOnlyList<object> location, JsonElement input) => new("missing", location, "Field required", input);

    public static ValidationFault NotAnObject(IReadOnlyList<object> location, JsonElement input) =>
        new("model_attributes_type", location, "Input should be a valid dictionary or object to extract fields from", input);

    public static ValidationFault NotJson(int position, string reason) => new("json_invalid", ["body", position], "JSON decode error", EmptyObject, reason);

    /// <summary>A rule of Remanence's own.</summary>
    public static ValidationFault Refused(IReadOnlyList<object> location, string message, JsonElement input) =>
        new("value_error", location, "Value error, " + message, input, message);
}
