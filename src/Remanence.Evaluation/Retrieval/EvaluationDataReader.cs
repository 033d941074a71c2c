using System.Text.Json;

namespace Remanence.Evaluation.Retrieval;

/// <summary>Reads a data set; its shape shows in its content.</summary>
public static class EvaluationDataReader
{
    /// <summary>Reads a data set: an array of conversations, or one conversation alone.</summary>
    /// <param name="stream">The JSON.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EvaluationDataException">It is not JSON, or of no known shape.</exception>
    public static async Task<EvaluationData> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new EvaluationDataException($"The data set is not JSON: {e.Message}", e);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new EvaluationDataException($"The data set lacks a member or has one of another type: {e.Message}", e);
        }
    }

    private static EvaluationData Read(JsonElement root)
    {
        JsonElement[] items = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
        if (items.Length == 0)
        {
            throw new EvaluationDataException("The data set is empty.");
        }

        if (items.All(LocomoReader.Fits))
        {
            return new EvaluationData(LocomoReader.Dataset, [.. items.Select(LocomoReader.Read)]);
        }

        if (items.All(BeamReader.Fits))
        {
            return new EvaluationData(BeamReader.Dataset, [.. items.Select(BeamReader.Read)]);
        }

        throw new EvaluationDataException(
            "The data set has no known shape; LoCoMo has conversations with \"conversation\" and \"qa\", BEAM has chats with \"turns\" and \"questions\".");
    }
}
