using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration;

/// <summary>A setting whose values are of a type.</summary>
/// <typeparam name="T">The values' type.</typeparam>
public sealed class Setting<T> : Setting
{
    private readonly SettingForm<T> _form;

    internal Setting(
        string name,
        string description,
        (string Text, T Value) @default,
        string values,
        SettingForm<T> form,
        bool isSecret = false,
        bool isSingle = true,
        bool takesNone = false)
        : base(name, description, @default.Text, values, isSecret)
    {
        _form = form;
        DefaultValue = @default.Value;
        IsSingle = isSingle;
        TakesNone = takesNone;
    }

    /// <summary>What holds when nobody sets it.</summary>
    public T DefaultValue { get; }

    internal override bool IsSingle { get; }

    // In an argument or a variable, "none" takes back what a weaker source says; for some it is a value.
    private bool TakesNone { get; }

    /// <summary>Whether a node says anything: a null does not.</summary>
    internal bool IsSaid(ConfigurationNode? node) => node is not null && (!node.IsNull || (TakesNone && node.Form == ScalarForm.Argument));

    /// <summary>What a node says; the default when it says nothing, and when it is wrong: then a fault is added.</summary>
    internal T Read(ConfigurationNode? node, FaultList faults)
    {
        if (!IsSaid(node))
        {
            return DefaultValue;
        }

        if (_form(node!, out var value) is not { } rule)
        {
            return value;
        }

        faults.Add(node!, $"{Printable.Line(node!.Path)} {rule}, not {Secrets.Show(node, IsSecret)}.");
        return DefaultValue;
    }
}
