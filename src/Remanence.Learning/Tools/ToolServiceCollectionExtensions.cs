using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Remanence.Tools;
using Remanence.Tools.Web;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds tools for the flow <c>react</c> to a service collection.</summary>
public static class ToolServiceCollectionExtensions
{
    /// <summary>Offers tools of the user's own to the flow <c>react</c>. What needs more than that is registered as a <see cref="ToolSource"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">What they are called together: it stands before the name of a tool that there is already.</param>
    /// <param name="tools">The tools; called by several runs at once, each with the services of the flows.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRemanenceTools(this IServiceCollection services, string name, params IReadOnlyList<AIFunction> tools)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(tools);
        return services.AddSingleton<ToolSource>(new FixedToolSource(name, tools));
    }

    /// <summary>Offers to search the web to the flow <c>react</c>, as the tool <c>web_search</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where it is searched; where nothing is set, nothing is added.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWebSearch(this IServiceCollection services, WebSearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        if (options.Url is { } page)
        {
            services.AddSingleton<ToolSource>(provider => new WebSearchSource("searxng", new SearxngTool(page, provider.GetRequiredService<TimeProvider>())));
        }

        if (options.DashScopeApiKey is { } key)
        {
            services.AddSingleton<ToolSource>(provider => new WebSearchSource(
                "dashscope", new DashScopeTool(options.DashScopeUrl, key, options.DashScopeModel, provider.GetRequiredService<TimeProvider>())));
        }

        return services;
    }
}
