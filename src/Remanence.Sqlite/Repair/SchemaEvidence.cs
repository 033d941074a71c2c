namespace Remanence.Sqlite.Repair;

/// <summary>What the text of a file's tables tells of it, where a few bits of its header may be damaged.</summary>
internal static class SchemaEvidence
{
    // The tables are made first, and so lie at the beginning.
    private const uint FirstPages = 64;

    // What a memory has since version 5; nothing has more.
    private const int FieldsOfMemory = 32;

    private static readonly byte[] Ours = [.. "CREATE TABLE change_set_scopes ("u8];

    private static readonly (int Version, byte[] Text)[] Marks =
    [
        (7, [.. "CREATE TABLE links ("u8]),
        (5, [.. "content TEXT NOT NULL, state TEXT"u8]),
        (4, [.. "CREATE TABLE job_usage ("u8]),
        (3, [.. "CREATE TABLE numbers ("u8]),
        (2, [.. "CREATE TABLE spaces ("u8]),
    ];

    /// <summary>The least version that its tables have; 0: they are none of ours, or cannot be read.</summary>
    public static int LeastVersion(DamagedFile file)
    {
        var page = new byte[file.PageSize];
        var least = file.LongestRecord == FieldsOfMemory ? 5 : 0;
        for (var number = 1U; number <= Math.Min(FirstPages, file.Pages); number++)
        {
            if (!file.TryRead(number, page))
            {
                continue;
            }

            least = Math.Max(least, page.AsSpan().IndexOf(Ours) >= 0 ? 1 : 0);
            foreach (var (version, text) in Marks.Where(mark => mark.Version > least))
            {
                least = page.AsSpan().IndexOf(text) >= 0 ? Math.Max(least, version) : least;
            }
        }

        return least;
    }
}
