using System.Text.Json.Serialization;

namespace Remanence.TaskMemory.MockSearch;

/// <summary>How much a question asks for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QueryComplexity>))]
internal enum QueryComplexity
{
    /// <summary>One fact.</summary>
    [JsonStringEnumMemberName("simple")]
    Simple,

    /// <summary>A few facts, or an explanation.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>Analysis over many of them.</summary>
    [JsonStringEnumMemberName("complex")]
    Complex,
}
