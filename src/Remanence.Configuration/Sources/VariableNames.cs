namespace Remanence.Configuration.Sources;

/// <summary>Names of environment variables.</summary>
internal static class VariableNames
{
    private const int MaxLength = 200;

    public static bool IsName(string name) =>
        name.Length is > 0 and <= MaxLength && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>The variable that sets a dotted name: <c>llm.default.api_key</c> is <c>REMANENCE_LLM_DEFAULT_API_KEY</c>.</summary>
    public static string Of(string key) =>
        "REMANENCE_" + string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
}
