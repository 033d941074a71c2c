using System.Text.Json;
using Remanence.Commits;
using Remanence.Memories;
using Remanence.Privacy.Directives;

namespace Remanence.Privacy;

/// <summary>Keeps out of a workspace what its rules say, and what a speaker does not want kept. Deterministic; thread-safe.</summary>
internal sealed class PrivacyGuard
{
    private readonly Redactor _general;
    private readonly Dictionary<string, Redactor> _workspaces;

    /// <exception cref="ArgumentException">A rule names an unknown kind, or a pattern that cannot be used.</exception>
    public PrivacyGuard(PrivacyOptions options)
    {
        _general = new Redactor(options.General);
        _workspaces = options.Workspaces.ToDictionary(pair => pair.Key, pair => new Redactor(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>Whether the rules leave a text as it is.</summary>
    public bool Allows(string workspace, string text) => Of(workspace).Find(text).Count == 0;

    /// <summary>The text with a marker in place of each part that the rules match; the same object when they match none.</summary>
    public string Redact(string workspace, string text) => Of(workspace).Redact(text);

    /// <summary>The same for each text and number inside a JSON value; names of members stay.</summary>
    public JsonElement? Redact(string workspace, JsonElement? value) => value is { } json ? JsonRedactor.Redact(json, Of(workspace)) : null;

    /// <summary>The memory without what the rules of its workspace match; the same object when they match nothing.</summary>
    public Memory Redact(Memory memory)
    {
        var redactor = Of(memory.Scope.Workspace);
        var content = redactor.Redact(memory.Content);
        var trigger = memory.Trigger is { } spoken ? redactor.Redact(spoken) : null;
        var keywords = memory.Keywords.All(keyword => redactor.Find(keyword).Count == 0) ? memory.Keywords : [.. memory.Keywords.Select(redactor.Redact)];
        var metadata = memory.Metadata is { } json ? RedactedOrNull(json) : null;
        var state = StateWords.Change(memory.State, redactor.Redact, RedactedOrNull);
        return
            ReferenceEquals(content, memory.Content)
            && ReferenceEquals(trigger, memory.Trigger)
            && ReferenceEquals(keywords, memory.Keywords)
            && metadata is null
            && ReferenceEquals(state, memory.State)
            ? memory
            : new Memory(memory) { Content = content, Trigger = trigger, Keywords = keywords, Metadata = metadata ?? memory.Metadata, State = state };

        JsonElement? RedactedOrNull(JsonElement json) => JsonRedactor.IsClean(json, redactor) ? null : JsonRedactor.Redact(json, redactor);
    }

    /// <summary>Whether its speaker asks that a message be not remembered.</summary>
    public static bool ShouldWithhold(string text) => Directive.In(text) != Wish.None;

    private Redactor Of(string workspace) => _workspaces.GetValueOrDefault(workspace, _general);
}
