using System.Text.Json.Serialization;

namespace Remanence.Tests.Models.Structured;

[JsonConverter(typeof(JsonStringEnumConverter<FindingKind>))]
internal enum FindingKind
{
    Plain,
    Rare,
}
