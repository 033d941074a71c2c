using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Remanence.Evaluation;

/// <summary>What an evaluation found.</summary>
public sealed class EvaluationResult
{
    private readonly Action<TextWriter> _write;
    private readonly Func<string> _json;

    private EvaluationResult(Action<TextWriter> write, Func<string> json)
    {
        _write = write;
        _json = json;
    }

    /// <summary>Writes it as plain text.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(TextWriter writer) => _write(writer);

    /// <summary>It as one line of JSON.</summary>
    public string ToJson() => _json();

    internal static EvaluationResult Of<T>(T report, JsonTypeInfo<T> type, Action<TextWriter, T> write) =>
        new(writer => write(writer, report), () => JsonSerializer.Serialize(report, type));
}
