using Remanence.Sqlite.Database;
using Remanence.Stores.Filters;

namespace Remanence.Sqlite.Queries;

/// <summary>A filter's translation.</summary>
/// <param name="Condition">The part that SQL decides, never NULL.</param>
/// <param name="Parameters">Its parameters: text, whole numbers.</param>
/// <param name="Rest">What must be asked of each memory that is left; null: nothing.</param>
internal sealed record SqliteFilter(string Condition, IReadOnlyList<object> Parameters, MemoryFilter? Rest)
{
    public void AddTo(SqliteStatement statement)
    {
        foreach (var parameter in Parameters)
        {
            _ = parameter is string text ? statement.Add(text) : statement.Add((long)parameter);
        }
    }
}
