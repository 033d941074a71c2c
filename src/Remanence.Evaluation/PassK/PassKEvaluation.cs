namespace Remanence.Evaluation.PassK;

/// <summary>Counts what k tries reach, from result files.</summary>
public sealed class PassKEvaluation
{
    private readonly List<PassKReport> _reports = [];

    /// <summary>What the files that were added hold.</summary>
    public EvaluationResult Result =>
        EvaluationResult.Of<IReadOnlyList<PassKReport>>(_reports, PassKJson.Default.IReadOnlyListPassKReport, PassKReportWriter.Write);

    /// <summary>Adds a file, a row a line.</summary>
    /// <param name="reader">Reads it.</param>
    /// <param name="file">What it is called.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EvaluationDataException">A line is no run: which one, and why.</exception>
    public async Task AddAsync(TextReader reader, string file, CancellationToken cancellationToken) =>
        _reports.AddRange((await RunFileReader.ReadAsync(reader, file, cancellationToken)).Select(PassKReport.Of));

    /// <summary>Writes the table as comma-separated values.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteCsv(TextWriter writer) => PassKReportWriter.WriteCsv(writer, _reports);
}
