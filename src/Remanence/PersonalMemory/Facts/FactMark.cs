using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;
using Remanence.ReMe.Library;

namespace Remanence.PersonalMemory.Facts;

/// <summary>
/// What a fact says in a form that can be compared: about whom, which attribute, which value. Kept in the metadata of the memory that states it (<see cref="Aside"/>).
/// </summary>
internal sealed record FactMark
{
    private const string Member = "fact";
    private const int MaxSaid = 50;

    /// <summary>About whom; null: the user whose scope it is in.</summary>
    public string? Subject { get; init; }

    /// <summary>Of <see cref="Attributes"/>, or a name that a model gave; null when it has none.</summary>
    public string? Attribute { get; init; }

    /// <summary>The attribute's value in the words of who said it.</summary>
    public string? Value { get; init; }

    /// <summary>Whether the attribute has one value at a time, so that a new one takes the place of the old.</summary>
    public bool Single { get; init; }

    /// <summary>Whether it says that the value does not hold (any more).</summary>
    public bool Negated { get; init; }

    /// <summary>When its subject or owner corrected it by hand: older words do not undo that. Null: never.</summary>
    public DateTimeOffset? Corrected { get; init; }

    /// <summary>Why it was superseded; null while it holds.</summary>
    public string? Reason { get; init; }

    /// <summary>By which the messages that say it are known again (<see cref="SaidKey"/>), the newest at the end.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>The subject's and the attribute's identity; null when it has no attribute.</summary>
    public string? Slot => Attribute is null ? null : $"{FactText.Normal(Subject ?? string.Empty)}\u001f{Attribute}";

    public static FactMark Of(Memory memory)
    {
        if (Aside.Get(memory, Member) is not { ValueKind: JsonValueKind.Object } json)
        {
            return new FactMark();
        }

        return new FactMark
        {
            Subject = Text(json, "subject"),
            Attribute = Text(json, "attribute"),
            Value = Text(json, "value"),
            Single = json.Member("single") is { ValueKind: JsonValueKind.True },
            Negated = json.Member("negated") is { ValueKind: JsonValueKind.True },
            Corrected = Text(json, "corrected") is { } time && JsonTime.TryParse(time, out var corrected) ? corrected : null,
            Reason = Text(json, "reason"),
            Said = json.Member(Aside.Said) is { ValueKind: JsonValueKind.Array } said
                ? [.. said.EnumerateArray().Where(key => key.ValueKind == JsonValueKind.String).Select(key => key.GetString()!)]
                : [],
        };
    }

    /// <summary>The memory with this mark.</summary>
    public Memory On(Memory memory) => new(memory) { Metadata = Aside.With(memory.Metadata, Member, ToJson()) };

    private static string? Text(JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private JsonElement ToJson()
    {
        var members = new List<KeyValuePair<string, JsonElement>>();
        Add("subject", Subject);
        Add("attribute", Attribute);
        Add("value", Value);
        Add("corrected", Corrected is { } corrected ? corrected.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : null);
        Add("reason", Reason);
        if (Single)
        {
            members.Add(new("single", JsonBuild.True));
        }

        if (Negated)
        {
            members.Add(new("negated", JsonBuild.True));
        }

        members.Add(new(Aside.Said, JsonBuild.Array(Said.Skip(Math.Max(0, Said.Count - MaxSaid)))));
        return JsonBuild.Object(members);

        void Add(string name, string? text)
        {
            if (text is not null)
            {
                members.Add(new(name, JsonBuild.Text(text)));
            }
        }
    }
}
