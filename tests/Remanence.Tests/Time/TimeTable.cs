namespace Remanence.Tests.Time;

/// <summary>Reads the embedded tables; lines that begin with # are comments.</summary>
internal static class TimeTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(TimeTable).Assembly.GetManifestResourceStream("Remanence.Tests.Time." + name)
            ?? throw new InvalidOperationException("The table " + name + " is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
