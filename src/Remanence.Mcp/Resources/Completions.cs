using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Remanence.Mcp.Errors;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Mcp.Resources;

/// <summary>Proposals for workspaces, and for ids among the first of a workspace: what costs one page to know.</summary>
internal sealed class Completions(MemoryService service, string workspace, McpFailures failures)
{
    private const int MaxValues = 100;
    private const int PageSize = 1000;

    public ValueTask<CompleteResult> CompleteAsync(RequestContext<CompleteRequestParams> request, CancellationToken cancellationToken) =>
        failures.GuardAsync(async () =>
        {
            var known = request.Params is { } asked ? await KnownAsync(asked, cancellationToken) : [];
            var typed = request.Params?.Argument.Value ?? string.Empty;
            var values = known.Where(value => value.StartsWith(typed, StringComparison.Ordinal)).ToList();
            return new CompleteResult
            {
                Completion = new Completion { Values = [.. values.Take(MaxValues)], HasMore = values.Count > MaxValues },
            };
        });

    private async Task<IEnumerable<string>> KnownAsync(CompleteRequestParams asked, CancellationToken cancellationToken)
    {
        if (asked.Argument.Name == "workspace")
        {
            return service is IMemoryWorkspaces workspaces ? (await workspaces.ListWorkspacesAsync(cancellationToken)).Select(info => info.Name) : [];
        }

        if (asked.Argument.Name != "id" || asked.Ref is not ResourceTemplateReference { Uri: { } template })
        {
            return [];
        }

        var chosen = asked.Context?.Arguments?.TryGetValue("workspace", out var named) == true && named.Length > 0 ? named : workspace;
        var scope = new Scope(chosen);
        if (template == MemoryUri.TemplateOf(MemoryUri.Categories))
        {
            var categories = service is IMemoryCategories known
                ? await known.ListCategoriesAsync(new PageQuery { Scope = scope, Limit = PageSize }, cancellationToken)
                : null;
            return categories?.Items.Select(category => category.Id) ?? [];
        }

        return (await service.ListAsync(new MemoryQuery { Scope = scope, Limit = PageSize }, cancellationToken)).Items.Select(memory => memory.Id);
    }
}
