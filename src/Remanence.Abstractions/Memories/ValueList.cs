using System.Collections;
using System.Text.Json;

namespace Remanence.Memories;

/// <summary>Lists of their own, compared by content, so that the records that hold them are as well, and that nobody changes them later.</summary>
internal static class ValueList
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T>? items) => items as Items<T> ?? new Items<T>([.. items ?? []], EqualityComparer<T>.Default);

    public static IReadOnlyList<JsonElement> Of(IReadOnlyList<JsonElement>? items) =>
        items as Items<JsonElement> ?? new Items<JsonElement>([.. (items ?? []).Select(Own)], JsonValues.Instance);

    public static IReadOnlyList<T>? OfNullable<T>(IReadOnlyList<T>? items) => items is null ? null : Of(items);

    /// <summary>The value, independent of a document that may be given back.</summary>
    public static JsonElement Own(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? value : value.Clone();

    public static bool AreSame(JsonElement one, JsonElement other) =>
        one.ValueKind == other.ValueKind && (one.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(one, other));

    private sealed class Items<T>(T[] items, IEqualityComparer<T> comparer) : IReadOnlyList<T>
    {
        public int Count => items.Length;

        public T this[int index] => items[index];

        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

        public override bool Equals(object? obj) => obj is Items<T> other && this.SequenceEqual(other, comparer);

        public override int GetHashCode() =>
            items.Aggregate(items.Length, (hash, item) => HashCode.Combine(hash, item is null ? 0 : comparer.GetHashCode(item)));
    }

    // Values that are alike may be written otherwise, so that no hash of a text would do.
    private sealed class JsonValues : IEqualityComparer<JsonElement>
    {
        public static JsonValues Instance { get; } = new();

        public bool Equals(JsonElement x, JsonElement y) => AreSame(x, y);

        public int GetHashCode(JsonElement obj) => (int)obj.ValueKind;
    }
}
