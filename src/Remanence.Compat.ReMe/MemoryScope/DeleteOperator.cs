using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Compat.ReMe.MemoryScope;

/// <summary>
/// Forgets the memories whose text is exactly what is said, or the one of an id. What the whole workspace shares is not one person's to forget.
/// </summary>
internal sealed class DeleteOperator(OperatorSetup setup) : Operator
{
    public const string Name = "memoryscope_delete_memory";

    private static readonly Slot<string> MemoryId = new("memory_id");
    private readonly MemoryService _memory = setup.Services.GetRequiredService<MemoryService>();

    public override OperatorSlots Slots { get; } = new() { Optional = [BaseSlots.Query, MemoryId] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var (text, id) = (context.GetOr(BaseSlots.Query, string.Empty).Trim(), context.GetOr(MemoryId, string.Empty));
        if (text.Length == 0 && id.Length == 0)
        {
            throw new InvalidRequestException("query", "Nothing says what to delete; give its exact text as query, or its memory_id.");
        }

        // As in MemoryScope: the text first, and the id where nothing has it.
        var found = text.Length > 0 ? await FindAsync(context.Scope, text, cancellationToken) : [];
        if (found.Count == 0 && id.Length > 0)
        {
            found.Add(await _memory.GetAsync(context.Scope, id, cancellationToken));
        }

        if (found.Count == 0)
        {
            context.Response.Success = false;
            context.Response.Answer = "No memory has exactly this text; list_memory shows what there is.";
            return;
        }

        foreach (var memory in found)
        {
            await _memory.ForgetAsync(context.Scope, memory.Id, cancellationToken);
        }

        context.Response.Answer = ActionLog.Of("delete", found);
    }

    private async Task<List<Memory>> FindAsync(Scope scope, string text, CancellationToken cancellationToken)
    {
        var found = new List<Memory>();
        var query = new MemoryQuery { Scope = scope, Limit = ServiceLimits.MaxPage };
        do
        {
            var page = await _memory.ListAsync(query, cancellationToken);
            found.AddRange(page.Items.Where(memory => memory.Scope.User == scope.User && memory.Content.Trim() == text));
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
        return found;
    }
}
