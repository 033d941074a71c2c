using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Http;

namespace Remanence.Server.OpenApi;

/// <summary>Describes the endpoint of a flow: what it takes is in its schema, what it answers is ReMe's response.</summary>
internal static class FlowDescriber
{
    public static void Describe(OpenApiOperation operation, Flow flow)
    {
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(MediaTypes.Json, Request(flow), RequestExamples.Of(flow)) };
        operation.Responses ??= [];
        operation.Responses["200"] = new OpenApiResponse
        {
            Description = "What the flow answers; a flow that failed says so by success.",
            Content = Answers(flow),
        };
        operation.Responses["422"] = new OpenApiResponse
        {
            Description = "The body is not what the flow takes.",
            Content = Content(MediaTypes.Json, Refusal()),
        };
    }

    // One that lets the call say whether it streams answers both ways.
    private static Dictionary<string, OpenApiMediaType> Answers(Flow flow)
    {
        var isAsked = flow.Inputs.Any(field => field.Name == "stream");
        var whole = flow.Streams && !isAsked ? [] : Content(MediaTypes.Json, Response());
        return flow.Streams ? whole.Concat(Content(MediaTypes.EventStream, Chunk())).ToDictionary(StringComparer.Ordinal) : whole;
    }

    private static Dictionary<string, OpenApiMediaType> Content(string mediaType, OpenApiSchema schema, JsonNode? example = null) =>
        new(StringComparer.Ordinal) { [mediaType] = new OpenApiMediaType { Schema = schema, Example = example } };

    private static OpenApiSchema Request(Flow flow)
    {
        var fields = flow.Inputs;
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => Field(field), StringComparer.Ordinal),
            Required = fields.Where(field => field.Required).Select(field => field.Name).ToHashSet(StringComparer.Ordinal),
            AdditionalPropertiesAllowed = true,
        };
    }

    private static OpenApiSchema Field(FlowInput field)
    {
        var type = field.Type switch
        {
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            "boolean" => JsonSchemaType.Boolean,
            "array" => JsonSchemaType.Array,
            "object" => JsonSchemaType.Object,
            _ => JsonSchemaType.String,
        };
        return new OpenApiSchema
        {
            Type = field.Required ? type : type | JsonSchemaType.Null,
            Description = field.Description.Length > 0 ? field.Description : null,
            Items = type == JsonSchemaType.Array ? new OpenApiSchema() : null,
            Enum = field.Values is { } values ? [.. values.Select(value => (JsonNode)JsonValue.Create(value))] : null,
        };
    }

    private static OpenApiSchema Response() => Object(
        ("answer", Text()), ("messages", Array(Object())), ("success", new OpenApiSchema { Type = JsonSchemaType.Boolean }), ("metadata", Object()));

    private static OpenApiSchema Chunk() => Object(
        ("flow_id", Text()), ("chunk_type", Text("think", "answer", "tool", "usage", "error", "done")), ("chunk", Text()),
        ("done", new OpenApiSchema { Type = JsonSchemaType.Boolean }), ("metadata", Object()));

    private static OpenApiSchema Refusal() =>
        Object(
            (
                "detail",
                Array(
                    Object(
                        ("type", Text()),
                        ("loc", Array(new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Integer })),
                        ("msg", Text()),
                        ("input", new OpenApiSchema())))));

    private static OpenApiSchema Text(params string[] values) =>
        new() { Type = JsonSchemaType.String, Enum = values.Length > 0 ? [.. values.Select(value => (JsonNode)JsonValue.Create(value))] : null };

    private static OpenApiSchema Array(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(member => member.Name, IOpenApiSchema (member) => member.Schema, StringComparer.Ordinal),
    };
}
