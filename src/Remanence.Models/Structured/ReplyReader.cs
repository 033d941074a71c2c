using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Remanence.Models.Structured;

/// <summary>Reads a value of a type out of a model's reply. Thread-safe.</summary>
internal sealed class ReplyReader<T>(JsonTypeInfo<T> type, ReplySchema schema)
{
    private readonly ReplyAdapter _adapter = new(schema);

    /// <summary>The value, or why there is none, in words for the model.</summary>
    public (bool Found, T? Value, string Error) Read(string reply)
    {
        string? error = null;
        foreach (var texts in JsonFinder.Find(reply))
        {
            var read = new List<(T Value, int Length)>();
            foreach (var text in texts)
            {
                if (TryRead(text, out var value, ref error))
                {
                    read.Add((value, text.Length));
                }
            }

            if (read.Count > 0)
            {
                return (true, Choose(read), string.Empty);
            }
        }

        return (false, default, error ?? "it holds no JSON.");
    }

    // Drafts and examples come before the answer, and remarks such as "see [1]" after it are short.
    private static T Choose(List<(T Value, int Length)> read)
    {
        var longest = read.Max(entry => entry.Length);
        return read.FindLast(entry => entry.Length * 2 >= longest).Value;
    }

    private bool TryRead(string text, out T value, ref string? error)
    {
        value = default!;
        if (!ReplyJson.TryParse(text, out var document))
        {
            return false;
        }

        using (document)
        {
            try
            {
                if (JsonSerializer.Deserialize(_adapter.Adapt(document.RootElement).Span, type) is { } read)
                {
                    value = read;
                    return true;
                }

                error ??= "it is null.";
            }
            catch (Exception exception)
                when (exception
                        is JsonException
                            or ReplyShapeException
                            or InvalidOperationException
                            or NotSupportedException
                            or ArgumentException
                            or FormatException
                            or OverflowException)
            {
                // The last ones come from constructors and converters of T.
                error ??= exception.Message;
            }
        }

        return false;
    }
}
