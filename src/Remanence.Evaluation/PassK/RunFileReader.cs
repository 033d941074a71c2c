using System.Text.Json;

namespace Remanence.Evaluation.PassK;

/// <summary>Reads result files: a row a line. A line may also hold a list of rows, as AppWorld's script writes them.</summary>
internal static class RunFileReader
{
    private const int ShownLines = 10;

    /// <summary>Reads a file's experiments, in the order in which they first appear.</summary>
    /// <exception cref="EvaluationDataException">A line is no run: which one, and why.</exception>
    public static async Task<IReadOnlyList<RunSeries>> ReadAsync(TextReader reader, string file, CancellationToken cancellationToken)
    {
        var experiments = new Dictionary<string, List<RunResult>>(StringComparer.Ordinal);
        var faults = new List<(int Line, string Reason)>();
        var number = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                ReadLine(line, experiments);
            }
            catch (JsonException)
            {
                faults.Add((number, "it is not JSON"));
            }
            catch (FormatException fault)
            {
                faults.Add((number, fault.Message));
            }
        }

        if (faults.Count > 0)
        {
            throw new EvaluationDataException($"{file}, line {faults[0].Line} cannot be used: {faults[0].Reason}.{Others(faults)}");
        }

        return experiments.Count > 0
            ? [.. experiments.Select(experiment => new RunSeries(file, experiment.Key, experiment.Value))]
            : throw new EvaluationDataException($"{file} holds no runs.");
    }

    private static void ReadLine(string line, Dictionary<string, List<RunResult>> experiments)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        foreach (var row in root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root })
        {
            var (experiment, run) = RunRowReader.Read(row);
            if (!experiments.TryGetValue(experiment, out var runs))
            {
                experiments.Add(experiment, runs = []);
            }

            runs.Add(run);
        }
    }

    private static string Others(List<(int Line, string Reason)> faults) => faults.Count switch
    {
        1 => string.Empty,
        <= ShownLines => $" Nor can lines {string.Join(", ", faults.Skip(1).Select(fault => fault.Line))}.",
        _ => $" Nor can {faults.Count - 1} other lines.",
    };
}
