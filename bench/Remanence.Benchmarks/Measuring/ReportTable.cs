namespace Remanence.Benchmarks.Measuring;

/// <summary>Rows of text, printed as a Markdown table with columns of one width.</summary>
internal sealed class ReportTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    public void Add(params string[] row) => _rows.Add(row);

    public void Print(TextWriter output)
    {
        var widths = new int[header.Length];
        foreach (var row in _rows)
        {
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }

        output.WriteLine();
        for (var i = 0; i < _rows.Count; i++)
        {
            output.WriteLine($"| {string.Join(" | ", _rows[i].Select((cell, column) => cell.PadRight(widths[column])))} |");
            if (i == 0)
            {
                output.WriteLine($"|{string.Join('|', widths.Select(width => new string('-', width + 2)))}|");
            }
        }

        output.WriteLine();
    }
}
