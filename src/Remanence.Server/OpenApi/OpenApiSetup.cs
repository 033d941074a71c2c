using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Remanence.Hosting;
using Remanence.Server.Health;
using Remanence.Server.Wire;
using Remanence.Wire;

namespace Remanence.Server.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, made from the routes' descriptions and the JSON types themselves.</summary>
internal static class OpenApiSetup
{
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
            Description = "Long-term memory for AI agents. Requests refuse members and parameters that they do not know; every failure is a problem document (RFC 9457).",
        };

        // Where the server is reached is known to who reached it.
        document.Servers = [];
        return Task.CompletedTask;
    }
}
