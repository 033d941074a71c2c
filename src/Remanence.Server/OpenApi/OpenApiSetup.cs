using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Remanence.Compat.ReMe.Routes;
using Remanence.Hosting;
using Remanence.Server.Health;
using Remanence.Server.Wire;
using Remanence.Wire;

namespace Remanence.Server.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, made from the routes' descriptions and the JSON types themselves.</summary>
internal static class OpenApiSetup
{
    private static readonly Dictionary<string, string> TagDescriptions = new(StringComparer.Ordinal)
    {
        ["health"] = "Whether the server runs and can do its work.",
        ["messages"] = "What is said is kept here.",
        ["search"] = "Memories are found by what they are about.",
        ["memories"] = "Single memories and their history.",
        ["people"] = "What is worked out about people.",
        ["resources"] = "Documents that memories are made of.",
        ["categories"] = "Topics under which memories lie.",
        ["jobs"] = "Work in the background.",
        ["workspaces"] = "Tenants: nothing crosses their boundary.",
        ["events"] = "Changes as they come.",
        [FlowEndpoints.Tag] = "Flows, by the paths of ReMe's API.",
        [FlowEndpoints.OperationTag] = "MemoryScope's operations, and a conversation.",
    };

    public static void AddRemanenceOpenApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.PropertyNamingPolicy = RemanenceJson.Default.Options.PropertyNamingPolicy;
            json.DefaultIgnoreCondition = RemanenceJson.Default.Options.DefaultIgnoreCondition;
            json.NumberHandling = RemanenceJson.Default.Options.NumberHandling;
            foreach (var converter in RemanenceJson.Default.Options.Converters)
            {
                json.Converters.Add(converter);
            }

            json.TypeInfoResolverChain.Clear();
            json.TypeInfoResolverChain.Add(RemanenceJson.Default);
            json.TypeInfoResolverChain.Add(ServerJson.Default);
            json.TypeInfoResolverChain.Add(HealthJson.Default);
        });
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer(DescribeDocument);
            options.AddOperationTransformer(OperationDescriber.Describe);
            options.AddSchemaTransformer(SchemaDescriber.Describe);
        });
    }

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Remanence",
            Version = EngineServices.Version,
            Description =
                "Long-term memory for AI agents. Requests refuse members and parameters that they do not know; every failure is a problem document (RFC 9457).",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };

        // The address by which the document was asked for; paths begin with the slash that it ends with.
        foreach (var server in document.Servers ?? [])
        {
            server.Url = server.Url?.TrimEnd('/');
        }

        // Nothing is asked of callers: who can connect may do everything.
        document.Security = [[]];
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description = tag.Name is { } name ? TagDescriptions.GetValueOrDefault(name) : null;
        }

        return Task.CompletedTask;
    }
}
