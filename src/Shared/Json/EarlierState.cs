using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Remanence.Memories;
using Remanence.Resources;

namespace Remanence.Json;

// What Remanence kept about memories and resources before they had a state of their own: a member of the metadata, _remanence. Stores and exports of that
// time are read by it; nothing writes it any more.
internal static class EarlierState
{
    // The member; nobody may bring it with a request.
    public const string Member = "_remanence";

    private static readonly string[] OfMemories =
    [
        "fact", "reflected", "reflection_subject", "withdrawn", "keys", "withholds", "runs", "contrast", "tool_call_results", "by_rules", "recurrence",
        "written", "experience_type",
    ];

    private static readonly string[] OfFacts = ["subject", "attribute", "value", "single", "negated", "corrected", "reason", "said"];

    private static readonly string[] OfResources = ["consolidated"];

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsIn(JsonElement? metadata)
    {
        try
        {
            return metadata is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(Member, out _);
        }
        catch (InvalidOperationException)
        {
            // A name that is not Unicode text, which no store takes.
            return false;
        }
    }

    // The caller's own part of the metadata, the same value when there is no other; null when nothing is left.
    public static JsonElement? Without(JsonElement? metadata)
    {
        if (!IsIn(metadata))
        {
            return metadata;
        }

        var own = metadata!.Value.EnumerateObject().Where(member => !member.NameEquals(Member)).Select(member => (member.Name, member.Value)).ToList();
        return own.Count == 0 ? null : Object(own);
    }

    // A memory's state out of its metadata.
    // metadata: the metadata.
    // fault: told the path of each part that cannot be understood or is not known, and what it must be; such a part is left out.
    public static MemoryState? OfMemory(JsonElement? metadata, Action<string, string>? fault = null)
    {
        if (!IsIn(metadata))
        {
            return null;
        }

        var aside = new Part(metadata!.Value.GetProperty(Member), Member, fault).Knowing(OfMemories);
        var runs = aside.Texts("runs");
        var (subject, withdrawn) = (aside.Text("reflection_subject"), aside.Flag("withdrawn"));
        var (results, byRules) = (aside.Objects("tool_call_results"), aside.Flag("by_rules"));
        var contrast = aside.Flag("contrast");
        var state = new MemoryState
        {
            Fact = aside.Inner("fact") is { } told ? Fact(told.Knowing(OfFacts)) : null,
            Reflected = aside.Flag("reflected"),
            Insight = subject is null && !withdrawn ? null : new InsightState { Subject = subject, Withdrawn = withdrawn },
            Forgotten = aside.Texts("keys"),
            Withholds = aside.Texts("withholds"),
            Experience = runs is null && !contrast ? null : new ExperienceState { Runs = runs ?? [], Contrast = contrast },
            Tool = results is null && !byRules ? null : new ToolState { Results = results ?? [], ByRules = byRules },
            Recurrence = aside.Text("recurrence"),
            Foreign = Foreign(aside),
        };
        return state.IsEmpty ? null : state;
    }

    // A resource's state out of its metadata.
    public static ResourceState? OfResource(JsonElement? metadata, Action<string, string>? fault = null) =>
        IsIn(metadata) && new Part(metadata!.Value.GetProperty(Member), Member, fault).Knowing(OfResources).Flag("consolidated")
            ? new ResourceState { Consolidated = true }
            : null;

    private static FactState Fact(Part fact) => new()
    {
        Subject = fact.Text("subject"),
        Attribute = fact.Text("attribute"),
        Value = fact.Text("value"),
        Single = fact.Flag("single"),
        Negated = fact.Flag("negated"),
        Corrected = fact.Time("corrected"),
        Reason = fact.Text("reason"),
        Said = fact.Texts("said") ?? [],
    };

    // ReMe's fields as they were written; a line of an old library is known by its type.
    private static ForeignState? Foreign(Part aside)
    {
        var fields = new List<(string, JsonElement)>();
        if (aside.Inner("written") is { } written)
        {
            fields.AddRange(written.Json.EnumerateObject().Select(member => (member.Name, member.Value)));
        }

        if (aside.Find("experience_type") is { } type)
        {
            fields.Add(("experience_type", type));
        }

        return fields.Count == 0 ? null : new ForeignState { Format = ForeignState.ReMe, Fields = Object(fields) };
    }

    private static JsonElement Object(IEnumerable<(string Name, JsonElement Value)> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        // It nests as deep as it did where it came from.
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 4096 });
        return JsonElement.ParseValue(ref reader);
    }

    // One JSON value and its place.
    private sealed class Part(JsonElement json, string at, Action<string, string>? fault)
    {
        public JsonElement Json => json;

        public Part Knowing(string[] names)
        {
            foreach (var member in json.ValueKind == JsonValueKind.Object && fault is not null ? json.EnumerateObject().ToList() : [])
            {
                if (!names.Any(name => member.NameEquals(name)))
                {
                    Wrong<object>($"{at}.{member.Name}", "left out");
                }
            }

            return this;
        }

        public JsonElement? Find(string name) =>
            json.ValueKind == JsonValueKind.Object
                ? json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null
                : Wrong<JsonElement?>(at, "an object");

        public Part? Inner(string name) => Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Object } value => new Part(value, $"{at}.{name}", fault),
            _ => Wrong<Part>($"{at}.{name}", "an object"),
        };

        public bool Flag(string name) => Find(name) switch
        {
            null or { ValueKind: JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.True } => true,
            _ => Wrong<bool>($"{at}.{name}", "true or false"),
        };

        public string? Text(string name) => Find(name) is { } value ? TextOf(value) ?? Wrong<string>($"{at}.{name}", "a string") : null;

        public DateTimeOffset? Time(string name) =>
            Text(name) is not { } text ? null : JsonTime.TryParse(text, out var time) ? time : Wrong<DateTimeOffset?>($"{at}.{name}", "an RFC 3339 time");

        public IReadOnlyList<string>? Texts(string name)
        {
            if (Find(name) is not { } value)
            {
                return null;
            }

            var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(TextOf).ToList() : null;
            return texts is null || texts.Contains(null) ? Wrong<IReadOnlyList<string>>($"{at}.{name}", "an array of strings") : texts!;
        }

        public IReadOnlyList<JsonElement>? Objects(string name)
        {
            if (Find(name) is not { } value)
            {
                return null;
            }

            return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
                ? [.. value.EnumerateArray()]
                : Wrong<IReadOnlyList<JsonElement>>($"{at}.{name}", "an array of objects");
        }

        // Half a surrogate pair can be written as an escape, and not read.
        private static string? TextOf(JsonElement value)
        {
            try
            {
                return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        private T? Wrong<T>(string place, string expected)
        {
            fault?.Invoke(place, expected);
            return default;
        }
    }
}
