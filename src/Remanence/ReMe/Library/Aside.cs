using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.ReMe.Library;

/// <summary>
/// What a memory carries in one member of its metadata, <c>_remanence</c>, for lack of a member of its own: parts of ReMe's objects, how their fields were written,
/// what task runs stand behind it. Callers of ReMe's surface never see it.
/// </summary>
internal static class Aside
{
    public const string Name = "_remanence";

    /// <summary>The messages that say a fact.</summary>
    public const string Said = "said";

    /// <summary>The messages of which nothing is made again.</summary>
    public const string Keys = "keys";

    /// <summary>The messages that the one at hand withholds.</summary>
    public const string Withholds = "withholds";

    /// <summary>The runs behind an experience.</summary>
    public const string Runs = "runs";

    /// <summary>When something comes again, as a rule.</summary>
    public const string Recurrence = "recurrence";

    /// <summary>Whether a member holds ids, hashes or a rule, and nobody's words.</summary>
    public static bool IsIdentity(string member) => member is Said or Keys or Withholds or Runs or Recurrence;

    public static JsonElement? Get(Memory memory, string name) => memory.Metadata?.Member(Name)?.Member(name);

    /// <summary>The metadata with the member set.</summary>
    public static JsonElement? With(JsonElement? metadata, string name, JsonElement value) =>
        Replace(metadata, [.. JsonBuild.Members(metadata?.Member(Name)).Where(member => member.Key != name), new(name, value)]);

    /// <summary>The metadata with the member taken away.</summary>
    public static JsonElement? Without(JsonElement? metadata, string name) => metadata?.Member(Name)?.Member(name) is null
        ? metadata
        : Replace(metadata, [.. JsonBuild.Members(metadata?.Member(Name)).Where(member => member.Key != name)]);

    /// <summary>The metadata with these members aside, and no others.</summary>
    public static JsonElement? Replace(JsonElement? metadata, IReadOnlyCollection<KeyValuePair<string, JsonElement>> aside)
    {
        var outer = Without(metadata);
        return aside.Count == 0 ? outer : JsonBuild.Object(JsonBuild.Members(outer).Append(new(Name, JsonBuild.Object(aside))));
    }

    /// <summary>The metadata as the caller knows it; null when there is none.</summary>
    public static JsonElement? Without(JsonElement? metadata) => metadata is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(Name, out _)
        ? JsonBuild.Object(JsonBuild.Members(json).Where(member => member.Key != Name))
        : metadata;
}
