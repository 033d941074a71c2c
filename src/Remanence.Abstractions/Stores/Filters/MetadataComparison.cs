using System.Text.Json;

namespace Remanence.Stores.Filters;

internal static class MetadataComparison
{
    public static bool Holds(JsonElement value, MetadataOperator comparison, JsonElement operand)
    {
        if (comparison is MetadataOperator.Eq or MetadataOperator.In && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.ValueKind == operand.ValueKind;
        }

        int order;
        if (value.ValueKind == JsonValueKind.Number && operand.ValueKind == JsonValueKind.Number)
        {
            order = value.GetDouble().CompareTo(operand.GetDouble());
        }
        else if (value.ValueKind == JsonValueKind.String && operand.ValueKind == JsonValueKind.String)
        {
            order = string.CompareOrdinal(value.GetString(), operand.GetString());
        }
        else
        {
            return false;
        }

        return comparison switch
        {
            MetadataOperator.Eq or MetadataOperator.In => order == 0,
            MetadataOperator.Gt => order > 0,
            MetadataOperator.Gte => order >= 0,
            MetadataOperator.Lt => order < 0,
            _ => order <= 0,
        };
    }
}
