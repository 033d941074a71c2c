using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Resources;
using Remanence.Sqlite.Database;
using Remanence.Stores;
using Remanence.Wire;

namespace Remanence.Sqlite.Values;

/// <summary>The columns that hold JSON.</summary>
internal static class SqliteJson
{
    // What a caller's metadata may nest; deeper than any surface lets in.
    private const int MaxDepth = 4096;

    private static readonly RemanenceJson Deep = new(
        new JsonSerializerOptions(RemanenceJson.Default.Options) { MaxDepth = MaxDepth, Converters = { new SqliteRawJson() } });

    public static JsonTypeInfo<IReadOnlyList<string>> Strings => Deep.IReadOnlyListString;

    public static JsonTypeInfo<IReadOnlyList<MemorySource>> Sources => Deep.IReadOnlyListMemorySource;

    public static JsonTypeInfo<IReadOnlyList<MemoryLink>> Links => Deep.IReadOnlyListMemoryLink;

    public static JsonTypeInfo<MemoryUse> Use => Deep.MemoryUse;

    public static byte[]? WriteList<T>(IReadOnlyList<T> list, JsonTypeInfo<IReadOnlyList<T>> type) =>
        list.Count == 0 ? null : JsonSerializer.SerializeToUtf8Bytes(list, type);

    public static IReadOnlyList<T> ReadList<T>(SqliteStatement row, int column, JsonTypeInfo<IReadOnlyList<T>> type) =>
        row.IsNull(column) ? [] : JsonSerializer.Deserialize(row.Bytes(column), type)!;

    public static byte[] Write(MemoryState state) => JsonSerializer.SerializeToUtf8Bytes(state, Deep.MemoryState);

    /// <exception cref="StoreUnavailableException">It is of a newer version, whose members would be lost with the next change.</exception>
    public static MemoryState ReadState(SqliteStatement row, int column)
    {
        var state = JsonSerializer.Deserialize(row.Bytes(column), Deep.MemoryState)!;
        return state.Version <= MemoryState.CurrentVersion ? state : throw Newer(state.Version, MemoryState.CurrentVersion);
    }

    public static byte[] Write(ResourceState state) => JsonSerializer.SerializeToUtf8Bytes(state, Deep.ResourceState);

    /// <exception cref="StoreUnavailableException">It is of a newer version.</exception>
    public static ResourceState? ReadResourceState(SqliteStatement row, int column)
    {
        var state = row.IsNull(column) ? null : JsonSerializer.Deserialize(row.Bytes(column), Deep.ResourceState);
        return state is null || state.Version <= ResourceState.CurrentVersion ? state : throw Newer(state.Version, ResourceState.CurrentVersion);
    }

    private static StoreUnavailableException Newer(int version, int known) =>
        new($"The store holds state of version {version}, written by a newer Remanence (this one reads 1 to {known}); update this program.");

    public static byte[] WriteMemory(Memory memory) => JsonSerializer.SerializeToUtf8Bytes(MemoryDocument.From(memory), Deep.MemoryDocument);

    public static byte[] WriteMemory(MemoryDocument memory) => JsonSerializer.SerializeToUtf8Bytes(memory, Deep.MemoryDocument);

    public static MemoryDocument ReadMemory(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Deep.MemoryDocument)!;

    public static Memory? ReadMemory(SqliteStatement row, int column) =>
        row.IsNull(column) ? null : JsonSerializer.Deserialize(row.Bytes(column), Deep.MemoryDocument)!.ToMemory();

    /// <summary>A caller's own JSON is kept byte for byte.</summary>
    public static void AddRaw(SqliteStatement statement, JsonElement? json)
    {
        if (json is { } value)
        {
            statement.AddText(JsonMarshal.GetRawUtf8Value(value));
        }
        else
        {
            statement.AddNull();
        }
    }

    public static byte[] WriteRaw(JsonElement json) => JsonMarshal.GetRawUtf8Value(json).ToArray();

    public static JsonElement? ReadRaw(SqliteStatement row, int column)
    {
        if (row.IsNull(column))
        {
            return null;
        }

        return ReadRaw(row.Bytes(column));
    }

    public static JsonElement ReadRaw(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }
}
