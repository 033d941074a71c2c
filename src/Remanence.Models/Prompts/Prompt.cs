namespace Remanence.Models.Prompts;

/// <summary>A prompt in its languages, its placeholders checked. Immutable.</summary>
public sealed class Prompt
{
    private readonly PromptTemplate? _english;
    private readonly PromptTemplate? _chinese;

    internal Prompt(string key, PromptTemplate? english, PromptTemplate? chinese)
    {
        Key = key;
        _english = english;
        _chinese = chinese;
    }

    /// <summary>Its key in the file.</summary>
    public string Key { get; }

    /// <summary>Fills the placeholders. A prompt that exists in one language alone is rendered in that one.</summary>
    /// <param name="language">The wanted language.</param>
    /// <param name="values">A value for each placeholder; others are ignored.</param>
    /// <returns>The text, after <see cref="UntrustedText.Rule"/> where it holds text of others.</returns>
    /// <exception cref="InvalidOperationException">A placeholder has no value.</exception>
    public string Render(PromptLanguage language, PromptValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var chinese = language == PromptLanguage.Chinese ? _chinese is not null : _english is null;
        var text = (chinese ? _chinese! : _english!).Render(values);
        return values.HoldsData ? $"{UntrustedText.Rule(chinese ? PromptLanguage.Chinese : PromptLanguage.English)}\n\n{text}" : text;
    }
}
