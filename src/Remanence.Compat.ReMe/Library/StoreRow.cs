using System.Text.Json;
using Remanence.Json;

namespace Remanence.Compat.ReMe.Library;

/// <summary>
/// A line of ReMe's <c>local</c> store: the embedded text beside a vector, the rest in the metadata. The vector is left out, being another embedder's.
/// </summary>
internal static class StoreRow
{
    private static readonly string[] FromMetadata =
    [
        ReMeFields.MemoryType, ReMeFields.Content, ReMeFields.Score, ReMeFields.TimeCreated, ReMeFields.TimeModified, ReMeFields.Author, ReMeFields.Metadata,
        ReMeFields.Target, ReMeFields.ReflectionSubject, ReMeFields.ToolCallResults,
    ];

    /// <summary>The memory object that the line was made of.</summary>
    public static JsonElement ToObject(JsonElement row, string at)
    {
        var inner = row.Object(ReMeFields.Metadata, at);
        var members = new List<KeyValuePair<string, JsonElement>>();
        Take(row, ReMeFields.WorkspaceId, ReMeFields.WorkspaceId);
        Take(row, "unique_id", ReMeFields.MemoryId);
        Take(row, ReMeFields.Content, ReMeFields.WhenToUse);
        foreach (var name in FromMetadata)
        {
            Take(inner, name, name);
        }

        return JsonBuild.Object(members);

        void Take(JsonElement? from, string name, string to)
        {
            if (from?.Member(name) is { } value)
            {
                members.Add(new(to, value));
            }
        }
    }
}
