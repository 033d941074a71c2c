namespace Remanence.Configuration;

/// <summary>Another program's configuration, which is understood source by source, as if each had said the same in settings.</summary>
/// <param name="names">The names at the top that it has and settings have not, or that mean something else as a single value.</param>
/// <param name="variables">Those of them that are environment variables, too, where anything else is said in its way.</param>
/// <param name="translate">Says in settings what a source says.</param>
public sealed class ForeignSettings(IReadOnlyList<string> names, IReadOnlyList<string> variables, Action<SettingTranslation> translate)
{
    internal IReadOnlyList<string> Names { get; } = names;

    internal IReadOnlyList<string> Variables { get; } = variables;

    internal Action<SettingTranslation> Translate { get; } = translate;
}
