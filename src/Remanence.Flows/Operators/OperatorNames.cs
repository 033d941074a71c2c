namespace Remanence.Flows.Operators;

/// <summary>ReMe writes <c>rerank_memory_op</c> where Remanence says <c>rerank_memory</c>; both are one name.</summary>
internal static class OperatorNames
{
    private const string Suffix = "_op";

    public static IEqualityComparer<string> Comparer { get; } = new NameComparer();

    public static string Plain(string name) => name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;

    private sealed class NameComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x is null ? y is null : y is not null && Plain(x) == Plain(y);

        public int GetHashCode(string obj) => Plain(obj).GetHashCode(StringComparison.Ordinal);
    }
}
