using System.Globalization;
using System.Text.Json;

namespace Remanence.Evaluation.FrozenLake.Simulation;

/// <summary>Map files: one JSON object a line, as ReMe's.</summary>
internal static class LakeMapFile
{
    /// <summary>Reads a file's maps.</summary>
    /// <exception cref="EvaluationDataException">A line is no map: which one, and why.</exception>
    public static async Task<IReadOnlyList<LakeMap>> ReadAsync(TextReader reader, string file, CancellationToken cancellationToken)
    {
        var maps = new List<LakeMap>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
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
                var map = Read(line);
                maps.Add(ids.Add(map.Id) ? map : throw new EvaluationDataException($"Map {map.Id} is there twice."));
            }
            catch (Exception fault) when (fault is JsonException or EvaluationDataException)
            {
                throw new EvaluationDataException($"{file}, line {number} is no map: {fault.Message}", fault);
            }
        }

        return maps.Count > 0 ? maps : throw new EvaluationDataException($"{file} holds no maps.");
    }

    public static async Task WriteAsync(TextWriter writer, IEnumerable<LakeMap> maps, CancellationToken cancellationToken)
    {
        foreach (var map in maps)
        {
            var row = new LakeMapRow
            {
                MapId = JsonSerializer.SerializeToElement(map.Id, SimulationJson.Default.String),
                Seed = map.Seed,
                MapSize = map.Size,
                MapDesc = map.Rows,
            };
            await writer.WriteAsync((JsonSerializer.Serialize(row, SimulationJson.Default.LakeMapRow) + "\n").AsMemory(), cancellationToken);
        }
    }

    private static LakeMap Read(string line)
    {
        var row = JsonSerializer.Deserialize(line, SimulationJson.Default.LakeMapRow) ?? throw new JsonException("the line is null.");
        var id = row.MapId.AsText() is { Length: > 0 } text ? text : throw new JsonException("map_id is neither a text nor a number.");
        if (row.MapDesc is null || row.MapDesc.Any(cells => cells is null))
        {
            throw new JsonException("map_desc is not a list of texts.");
        }

        if (row.MapSize is { } size && size != row.MapDesc.Count)
        {
            throw new EvaluationDataException(string.Create(CultureInfo.InvariantCulture, $"map_size is {size}, and map_desc has {row.MapDesc.Count} rows."));
        }

        return LakeMap.Create(id, row.Seed ?? 0, row.MapDesc);
    }
}
