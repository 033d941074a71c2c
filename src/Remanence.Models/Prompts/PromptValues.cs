namespace Remanence.Models.Prompts;

/// <summary>What goes into a prompt's placeholders. Not thread-safe.</summary>
public sealed class PromptValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Whether any of it was written by others.</summary>
    internal bool HoldsData { get; private set; }

    /// <summary>A value of the program's own: a number, a date, a list of choices. Goes in as it is.</summary>
    /// <param name="name">The placeholder.</param>
    /// <param name="value">The value; nothing in it is taken for a placeholder.</param>
    public PromptValues Text(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _values[name] = value;
        return this;
    }

    /// <summary>A text that others wrote. Goes in quoted, see <see cref="UntrustedText"/>.</summary>
    /// <param name="name">The placeholder, which also labels the block.</param>
    /// <param name="text">Anything.</param>
    public PromptValues Data(string name, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _values[name] = UntrustedText.Quote(name, text);
        HoldsData = true;
        return this;
    }

    internal string? Find(string name) => _values.GetValueOrDefault(name);
}
