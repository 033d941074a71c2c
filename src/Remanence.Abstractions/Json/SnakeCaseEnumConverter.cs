using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remanence.Json;

/// <summary>Enums by their names in snake case; numbers are refused.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
