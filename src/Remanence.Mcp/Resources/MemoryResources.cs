using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Remanence.Categories;
using Remanence.Json;
using Remanence.Mcp.Errors;
using Remanence.Mcp.Rendering;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Mcp.Resources;

/// <summary>
/// Categories and memories as resources. Any can be read by its address; those of the default workspace are listed, memories only while they are new.
/// </summary>
internal sealed class MemoryResources(MemoryService service, string workspace, TimeProvider time, McpFailures failures)
{
    private const int PageSize = 100;
    private const int MaxMembers = 100;
    private const int MaxName = 80;
    private const string PlainText = "text/plain";

    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public static ListResourceTemplatesResult Templates() => new()
    {
        ResourceTemplates =
        [
            Template(MemoryUri.Memories, "memory", "A memory", "One memory as text: what it says, its times and where it came from."),
            Template(MemoryUri.Categories, "category", "A category", "A topic as text: its summary and its memories."),
        ],
    };

    public ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken) =>
        failures.GuardAsync(() => ListAsync(ResourceCursor.Parse(request.Params?.Cursor), cancellationToken));

    public ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken) =>
        failures.GuardAsync(async () =>
        {
            var uri = MemoryUri.Parse(request.Params?.Uri ?? string.Empty);
            var scope = new Scope(uri.Workspace);
            var text =
                uri.Collection == MemoryUri.Memories
                    ? MemoryText.Whole(MemoryDocument.From(await service.GetAsync(scope, uri.Id, cancellationToken)))
                    : await CategoryTextAsync(scope, uri.Id, cancellationToken);
            return new ReadResourceResult
            {
                Contents =
                [
                    new TextResourceContents
                    {
                        Uri = uri.ToString(),
                        MimeType = PlainText,
                        Text = text,
                    },
                ],
            };
        });

    private async ValueTask<ListResourcesResult> ListAsync(ResourceCursor cursor, CancellationToken cancellationToken)
    {
        var scope = new Scope(workspace);
        if (!cursor.InMemories)
        {
            var categories = service is not IMemoryCategories known
                ? null
                : await known.ListCategoriesAsync(
                    new PageQuery
                    {
                        Scope = scope,
                        Cursor = cursor.Position,
                        Limit = PageSize,
                    },
                    cancellationToken);
            if (categories is { Items.Count: > 0 })
            {
                return Page(categories.Items.Select(ResourceOf), new ResourceCursor(categories.NextCursor is null, categories.NextCursor));
            }

            cursor = new ResourceCursor(true, null);
        }

        var recent = new MemoryFilter.Time(MemoryTimeField.Recorded, time.GetUtcNow() - Recent, null);
        var memories = await service.ListAsync(
            new MemoryQuery
            {
                Scope = scope,
                Filter = recent,
                Cursor = cursor.Position,
                Limit = PageSize,
            },
            cancellationToken);
        return Page(memories.Items.Select(ResourceOf), memories.NextCursor is { } next ? new ResourceCursor(true, next) : null);
    }

    private async Task<string> CategoryTextAsync(Scope scope, string id, CancellationToken cancellationToken)
    {
        var category = await service.Require<IMemoryCategories>().GetCategoryAsync(scope, id, cancellationToken);
        var query = new MemoryQuery { Scope = scope, Filter = new MemoryFilter.Category([id]), Limit = MaxMembers };
        var members = await service.ListAsync(query, cancellationToken);
        string?[] parts =
        [
            InertText.Line(category.Name),
            category.Description is { } description ? InertText.Line(description) : null,
            category.Summary is { } summary ? MemoryText.Quote(summary) : null,
        ];
        var lines = parts.Where(part => part is not null).Concat(members.Items.Select(memory => MemoryText.Short(MemoryDocument.From(memory))));
        return string.Join('\n', lines) + (members.NextCursor is null ? string.Empty : "\n(and more)");
    }

    private static ListResourcesResult Page(IEnumerable<Resource> resources, ResourceCursor? next) =>
        new() { Resources = [.. resources], NextCursor = next?.ToString() };

    private static Resource ResourceOf(Category category) => new()
    {
        Uri = new MemoryUri(category.Scope.Workspace, MemoryUri.Categories, category.Id).ToString(),
        Name = category.Name,
        Description = category.Description,
        MimeType = PlainText,
        Annotations = new Annotations { LastModified = category.UpdatedAt },
    };

    private static Resource ResourceOf(Memory memory) => new()
    {
        Uri = new MemoryUri(memory.Scope.Workspace, MemoryUri.Memories, memory.Id).ToString(),
        Name = memory.Id,
        Title = InertText.Line(memory.Content.Length <= MaxName ? memory.Content : Cut(memory.Content) + "…"),
        Description = $"A memory of kind {memory.Kind}.",
        MimeType = PlainText,
        Annotations = new Annotations { LastModified = memory.UpdatedAt },
    };

    // Not through the middle of a character.
    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[MaxName - 1]) ? MaxName - 1 : MaxName)];

    private static ResourceTemplate Template(string collection, string name, string title, string description) =>
        new() { UriTemplate = MemoryUri.TemplateOf(collection), Name = name, Title = title, Description = description, MimeType = PlainText };
}
