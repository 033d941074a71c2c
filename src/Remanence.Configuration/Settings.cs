using System.Globalization;
using System.Net;
using Remanence.Configuration.Tree;

namespace Remanence.Configuration;

/// <summary>Makes settings, each of one form.</summary>
public static class Settings
{
    private const int Day = 24 * 60 * 60;

    /// <summary>A text that must not be empty.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="default">What holds when nobody sets it.</param>
    /// <param name="description">What it does.</param>
    public static Setting<string> Text(string name, string @default, string description) =>
        new(name, description, (@default, @default), "text", SettingForms.Text, takesNone: true);

    /// <summary>A text; null when it is empty, and when nobody sets it.</summary>
    /// <inheritdoc cref="Text" path="/param"/>
    public static Setting<string?> OptionalText(string name, string description) =>
        new(name, description, (string.Empty, null), "text", SettingForms.OptionalText);

    /// <summary>A key that goes into a header, never shown; null when it is empty, and when nobody sets it.</summary>
    /// <inheritdoc cref="Text" path="/param"/>
    public static Setting<string?> Key(string name, string description) =>
        new(name, description, (string.Empty, null), "text", SettingForms.Key, isSecret: true);

    /// <summary>A whole number.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="default">What holds when nobody sets it.</param>
    /// <param name="min">The least.</param>
    /// <param name="max">The greatest.</param>
    /// <param name="description">What it does.</param>
    /// <param name="unit">What is counted.</param>
    public static Setting<int> WholeNumber(string name, int @default, int min, int max, string description, string unit = "") =>
        new(name, description, (Invariant(@default), @default), Range(min, max, unit), SettingForms.Integer(min, max));

    /// <summary>A whole number; null when it is empty, and when nobody sets it.</summary>
    /// <inheritdoc cref="WholeNumber" path="/param"/>
    public static Setting<int?> OptionalWholeNumber(string name, int min, int max, string description) =>
        new(name, description, (string.Empty, null), Range(min, max, string.Empty), SettingForms.Optional(SettingForms.Integer(min, max)));

    /// <summary>A whole number of seconds or milliseconds.</summary>
    /// <param name="name">The setting's name, which says the unit.</param>
    /// <param name="default">What holds when nobody sets it, in the unit.</param>
    /// <param name="min">The least, in the unit.</param>
    /// <param name="milliseconds">Whether the unit is the millisecond.</param>
    /// <param name="description">What it does.</param>
    public static Setting<TimeSpan> Duration(string name, int @default, int min, bool milliseconds, string description)
    {
        var (unit, max) = milliseconds ? (TimeSpan.FromMilliseconds(1), Day * 1000) : (TimeSpan.FromSeconds(1), Day);
        return new(
            name,
            description,
            (Invariant(@default), @default * unit),
            Range(min, max, milliseconds ? "ms" : "s"),
            SettingForms.Map(SettingForms.Integer(min, max), count => count * unit));
    }

    /// <summary>Seconds, fractions allowed.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="default">What holds when nobody sets it; null: nothing.</param>
    /// <param name="description">What it does.</param>
    public static Setting<TimeSpan?> Seconds(string name, int? @default, string description) =>
        new(
            name,
            description,
            (@default is { } some ? Invariant(some) : string.Empty, @default is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
            Range(0.001, Day, "s"),
            SettingForms.Seconds(Day));

    /// <summary>An amount of money.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="default">What holds when nobody sets it; null: nothing.</param>
    /// <param name="description">What it does.</param>
    public static Setting<decimal?> Amount(string name, decimal? @default, string description) =>
        new(
            name,
            description,
            (@default is { } amount ? Invariant(amount) : string.Empty, @default),
            Range(0, SettingForms.MaxAmount, string.Empty),
            SettingForms.Amount);

    /// <summary>Yes or no.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="default">What holds when nobody sets it.</param>
    /// <param name="description">What it does.</param>
    public static Setting<bool> Flag(string name, bool @default, string description) =>
        new(name, description, (@default ? "true" : "false", @default), "true, false", SettingForms.Flag);

    /// <summary>One of a few words, whatever their case.</summary>
    /// <typeparam name="T">What they stand for.</typeparam>
    /// <param name="name">The setting's name.</param>
    /// <param name="default">The word that holds when nobody sets it; empty: none, and the value is the type's default.</param>
    /// <param name="description">What it does.</param>
    /// <param name="words">The words that are told.</param>
    /// <param name="others">Other words that are taken.</param>
    /// <param name="rule">What must be, where a list of the words does not say it.</param>
    public static Setting<T> Choice<T>(
        string name,
        string @default,
        string description,
        IReadOnlyList<(string Word, T Value)> words,
        IReadOnlyList<(string Word, T Value)>? others = null,
        string? rule = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        rule ??= $"must be {string.Join(", ", words.SkipLast(1).Select(word => word.Word))} or {words[^1].Word}";
        return new(
            name,
            description,
            (@default, words.FirstOrDefault(word => word.Word == @default).Value),
            string.Join(", ", words.Select(word => word.Word)),
            SettingForms.Choice([.. words, .. others ?? []], rule),
            takesNone: words.Any(word => word.Word == "none"));
    }

    /// <summary>Words as they are, whatever their case; null when nobody sets it.</summary>
    /// <inheritdoc cref="Choice" path="/param"/>
    public static Setting<string?> Word(string name, string description, params IReadOnlyList<string> words) =>
        Choice<string?>(name, string.Empty, description, [.. words.Select(word => (word, (string?)word))]);

    /// <summary>An HTTP address; null when it is empty.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="default">What holds when nobody sets it; empty: nothing.</param>
    /// <param name="example">One as it should be written.</param>
    /// <param name="description">What it does.</param>
    public static Setting<Uri?> Address(string name, string @default, string example, string description) =>
        new(
            name,
            description,
            (@default, @default.Length == 0 ? null : new Uri(@default)),
            "address",
            SettingForms.Address($"must be an address such as {example}"));

    /// <summary>HTTP addresses, with commas or as a list. They are not shown: they may hold keys.</summary>
    /// <inheritdoc cref="Address" path="/param"/>
    public static Setting<IReadOnlyList<Uri>> Addresses(string name, string example, string description) =>
        new(name, description, (string.Empty, []), "addresses", SettingForms.Addresses($"must be addresses such as {example}"), isSecret: true);

    /// <summary>An IP address to listen on.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="default">What holds when nobody sets it.</param>
    /// <param name="description">What it does.</param>
    public static Setting<IPAddress> ListenAddress(string name, IPAddress @default, string description)
    {
        ArgumentNullException.ThrowIfNull(@default);
        return new(name, description, (@default.ToString(), @default), "IP address", SettingForms.ListenAddress);
    }

    /// <summary>An IP address to listen on; null when it is empty, and when nobody sets it.</summary>
    /// <inheritdoc cref="ListenAddress" path="/param"/>
    public static Setting<IPAddress?> OptionalListenAddress(string name, string description) =>
        new(name, description, (string.Empty, null), "IP address", (ConfigurationNode node, out IPAddress? value) =>
        {
            value = null;
            return node is { Kind: NodeKind.Value, Text.Length: 0 } ? null : SettingForms.ListenAddress(node, out value!);
        });

    /// <summary>Texts, with commas or as a list.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="default">What holds when nobody sets it.</param>
    public static Setting<IReadOnlyList<string>> List(string name, string description, params IReadOnlyList<string> @default) =>
        new(name, description, (string.Join(", ", @default), @default), "list", SettingForms.List);

    /// <summary>A list in which each text stays as it is written, or one text.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="isSecret">Whether it is never shown.</param>
    public static Setting<IReadOnlyList<ConfigurationNode>> Items(string name, string description, bool isSecret = false) =>
        new(name, description, (string.Empty, []), "list", SettingForms.Items, isSecret);

    /// <summary>Names and values of any kind.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="isSecret">Whether it is never shown.</param>
    public static Setting<IReadOnlyDictionary<string, ConfigurationNode>> Members(string name, string description, bool isSecret = false) =>
        new(name, description, (string.Empty, ConfigurationMerge.Empty.Children), "names and values", SettingForms.Members, isSecret, isSingle: false);

    /// <summary>A name that others' configurations have and that means nothing here; it is told as a warning.</summary>
    /// <param name="name">The name.</param>
    /// <param name="why">What serves instead.</param>
    public static Setting Ignored(string name, string? why = null) => new IgnoredSetting(name, why);

    /// <summary>What a setting is called elsewhere; it is not explained, and taken as the setting itself.</summary>
    /// <param name="name">The other name.</param>
    /// <param name="setting">The setting.</param>
    public static Setting OtherName(string name, Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return new OtherName(name, setting);
    }

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Range(IFormattable min, IFormattable max, string unit) =>
        $"{Invariant(min)} to {Invariant(max)}{(unit.Length == 0 ? string.Empty : " " + unit)}";
}
