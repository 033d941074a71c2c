using System.Text.Json;
using Remanence.Stores.Filters;

namespace Remanence.Search.Filters;

/// <summary>A condition on metadata, as a condition on rows.</summary>
internal static class MetadataCondition
{
    public static Func<int, bool> Compile(MemoryFilter.Metadata filter, MetadataTable table)
    {
        var path = table.Find(filter.Path);
        if (path == MetadataTable.Unknown)
        {
            return _ => false;
        }

        var holds = Operands(filter, table.Texts);
        return row =>
        {
            foreach (ref readonly var leaf in table.Of(row))
            {
                if (leaf.Path == path)
                {
                    return holds(leaf);
                }
            }

            return false;
        };
    }

    private static Func<MetadataLeaf, bool> Operands(MemoryFilter.Metadata filter, Interner texts)
    {
        var comparison = filter.Operator;
        var isEquality = comparison is MetadataOperator.Eq or MetadataOperator.In;
        var truths = filter.Values.Where(value => isEquality && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            .Select(value => value.ValueKind == JsonValueKind.True ? MetadataLeaf.IsTrue : MetadataLeaf.IsFalse).ToHashSet();
        double[] numbers = [.. filter.Values.Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.GetDouble())];
        string[] words = [.. filter.Values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)];

        // Each distinct text is looked at once.
        var known = new sbyte[texts.Count];
        return leaf => leaf.Text switch
        {
            MetadataLeaf.IsNumber => Array.Exists(numbers, operand => Holds(leaf.Number.CompareTo(operand), comparison)),
            < 0 => truths.Contains(leaf.Text),
            _ => (known[leaf.Text] != 0 ? known[leaf.Text] : known[leaf.Text] = Look(texts[leaf.Text])) > 0,
        };

        sbyte Look(string text) => Array.Exists(words, operand => Holds(string.CompareOrdinal(text, operand), comparison)) ? (sbyte)1 : (sbyte)-1;
    }

    private static bool Holds(int order, MetadataOperator comparison) => comparison switch
    {
        MetadataOperator.Eq or MetadataOperator.In => order == 0,
        MetadataOperator.Gt => order > 0,
        MetadataOperator.Gte => order >= 0,
        MetadataOperator.Lt => order < 0,
        _ => order <= 0,
    };
}
