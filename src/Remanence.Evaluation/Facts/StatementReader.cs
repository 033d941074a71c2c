namespace Remanence.Evaluation.Facts;

/// <summary>
/// Reads statements: a tab-separated line each, with its language, its topic, whether it states something, its text ("\n" for a new line) and what is expected.
/// </summary>
internal static class StatementReader
{
    private const string Head = "language\ttopic\tkind\ttext\texpected";
    private const int Columns = 5;

    /// <exception cref="EvaluationDataException">A line is no statement: which one, and why.</exception>
    public static async Task<IReadOnlyList<Statement>> ReadAsync(TextReader reader, string file, CancellationToken cancellationToken)
    {
        if (await reader.ReadLineAsync(cancellationToken) is not Head)
        {
            throw new EvaluationDataException(
                $"{file} is no table of statements: its first line must be \"{Head.Replace("\t", "\\t", StringComparison.Ordinal)}\".");
        }

        var statements = new List<Statement>();
        var number = 1;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                statements.Add(Read(line, file, number));
            }
        }

        return statements;
    }

    private static Statement Read(string line, string file, int number)
    {
        string[] cells = line.Split('\t');
        if (cells.Length != Columns || cells[2] is not ("statement" or "non-statement"))
        {
            throw new EvaluationDataException($"{file}, line {number}: {Columns} columns are expected, the third \"statement\" or \"non-statement\".");
        }

        var states = cells[2] == "statement";
        ExpectedPiece[] expected = [.. cells[4].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ExpectedPiece.Of)];
        return states != expected.Any(piece => !piece.IsOptional)
            ? throw new EvaluationDataException(
                $"{file}, line {number}: {(states ? "a statement needs what is expected of it" : "nothing can be expected of a text that states nothing")}.")
            : new Statement(cells[0], cells[1], states, cells[3].Replace("\\n", "\n", StringComparison.Ordinal), expected, number);
    }
}
