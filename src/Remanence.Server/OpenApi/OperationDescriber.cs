using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Remanence.Compat.ReMe.Routes;
using Remanence.Server.Native;

namespace Remanence.Server.OpenApi;

/// <summary>Adds to an operation what the framework cannot see, because handlers read paths, queries and headers themselves.</summary>
internal static class OperationDescriber
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var parameters = operation.Parameters ??= [];
        foreach (var name in PathParameters(context.Description.RelativePath ?? string.Empty))
        {
            parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Description = name == "workspace" ? "The workspace's name." : "The id.",
                Schema = Text(),
            });
        }

        if (metadata.OfType<FlowRoute>().FirstOrDefault() is { } route)
        {
            FlowDescriber.Describe(operation, route.Flow);
        }

        if (metadata.OfType<RouteDescription>().FirstOrDefault() is not { } description)
        {
            return Task.CompletedTask;
        }

        foreach (var query in description.Query)
        {
            parameters.Add(
                new OpenApiParameter
                {
                    Name = query.Name,
                    In = ParameterLocation.Query,
                    Description = query.Description,
                    Schema = Schema(query.Type),
                });
        }

        if (description.Idempotent)
        {
            parameters.Add(new OpenApiParameter
            {
                Name = NativeCall.IdempotencyHeader,
                In = ParameterLocation.Header,
                Schema = Text(),
                Description = "Names the request: sent again with the same key it answers as the first time and stores nothing more.",
            });
        }

        if (operation.RequestBody is OpenApiRequestBody body)
        {
            body.Required = !description.BodyIsOptional;
            foreach (var (mediaType, content) in body.Content ?? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal))
            {
                content.Example = RequestExamples.Of(description.Body!);
                if (mediaType == Remanence.Http.MediaTypes.Multipart)
                {
                    (content.Schema, content.Example) = (UploadForm(), UploadExample());
                }
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> PathParameters(string path) =>
        path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'));

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Schema(QueryParameterType type) => type switch
    {
        QueryParameterType.Integer => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
        QueryParameterType.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        _ => Text(),
    };

    private static JsonObject UploadExample() => new() { ["file"] = "The office opens at nine.", ["name"] = "handbook.txt", ["user_id"] = "ada" };

    private static OpenApiSchema UploadForm() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The document, as UTF-8 text." },
            ["name"] = Text(),
            ["media_type"] = Text(),
            ["modality"] = Text(),
            ["metadata"] = new OpenApiSchema { Type = JsonSchemaType.Object },
            ["user_id"] = Text(),
            ["agent_id"] = Text(),
            ["session_id"] = Text(),
        },
    };
}
