using System.Text.Json;
using Remanence.Privacy.Detection;
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

    /// <summary>Whether its speaker asks that a message be not remembered.</summary>
    public static bool ShouldWithhold(string text) => Directive.In(text) != Wish.None;

    private Redactor Of(string workspace) => _workspaces.GetValueOrDefault(workspace, _general);
}
