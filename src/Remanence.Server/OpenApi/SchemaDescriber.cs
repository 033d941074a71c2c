using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Remanence.Server.Wire;
using Remanence.Services;
using Remanence.Stores.Filters;

namespace Remanence.Server.OpenApi;

/// <summary>Tells what types do not show: how a filter is written, that requests are closed, and that metadata is an object.</summary>
internal static class SchemaDescriber
{
    private const string FilterGrammar =
        "All members must hold. id, kind, status, keyword, category: a string or an array of them, one of which must hold. "
        + "observed, recorded, updated, event: {from?, to?}, half-open. valid_at: a time. metadata: dotted paths to a value or to {eq|in|gt|gte|lt|lte: "
        + "operand}; "
        + "metadata_at: an array of {path: [names], eq|in|gt|gte|lt|lte: operand}. and, or: arrays of filters. not: a filter.";

    private static readonly Type[] Requests =
    [
        typeof(MemorizeRequest),
        typeof(RetrieveRequest),
        typeof(ResourceRequest),
        typeof(MemoryPatch),
        typeof(RestoreRequest),
        typeof(AddMemoryRequest),
        typeof(WorkRequest),
        typeof(Messages.Message),
    ];

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(MemoryFilter))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = FilterGrammar;
        }
        else if (type == typeof(JsonElement) || type == typeof(JsonElement?))
        {
            // The only free JSON on the wire is metadata, and metadata is an object.
            schema.Type = JsonSchemaType.Object;
            schema.Description = "The caller's own JSON object, kept and returned as it came.";
        }
        else if (Requests.Contains(type))
        {
            schema.AdditionalPropertiesAllowed = false;
        }

        return Task.CompletedTask;
    }
}
