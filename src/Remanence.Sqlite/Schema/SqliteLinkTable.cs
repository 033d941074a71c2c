namespace Remanence.Sqlite.Schema;

/// <summary>What the table of links is made of where it is new, or lost.</summary>
internal static class SqliteLinkTable
{
    /// <summary>Fills the table from memories and histories. What is no JSON is left out, so that a damaged row spoils nothing.</summary>
    public const string FromRows = $"""
        INSERT OR IGNORE INTO links (workspace, target, memory)
            SELECT workspace, {Target}, memories.id FROM memories, json_each(CASE WHEN json_valid(memories.links) THEN memories.links END) AS link WHERE {Target} IS NOT NULL;
        INSERT OR IGNORE INTO links (workspace, target, memory)
            SELECT workspace, {Target}, memory FROM history, json_each(CASE WHEN instr(before, '"links"') AND json_valid(before) THEN before END, '$.links') AS link WHERE {Target} IS NOT NULL;
        INSERT OR IGNORE INTO links (workspace, target, memory)
            SELECT workspace, {Target}, memory FROM history, json_each(CASE WHEN instr(after, '"links"') AND json_valid(after) THEN after END, '$.links') AS link WHERE {Target} IS NOT NULL;
        """;

    private const string Target = "json_extract(link.value, '$.memory_id')";
}
