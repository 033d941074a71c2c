using System.Globalization;
using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Flows.Slots;

namespace Remanence.Flows.Operators;

/// <summary>
/// A tunable of an operator: its name below <c>op.&lt;name&gt;.params</c>, its type, default and range. Make each once, as a static readonly field of the
/// operator.
/// </summary>
public abstract class OperatorParameter
{
    private protected OperatorParameter(string name, string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Description) = (name, description);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it is for.</summary>
    public string Description { get; }

    /// <summary>Other names that configurations call it by, those of other programs among them.</summary>
    public IReadOnlyList<string> OtherNames { get; private protected init; } = [];

    /// <summary>What it takes, such as <c>a whole number from 1 to 100</c>.</summary>
    public abstract string Takes { get; }

    /// <summary>Its default as text.</summary>
    public abstract string DefaultText { get; }

    /// <summary>A whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="byDefault">What holds when it is not configured.</param>
    /// <param name="min">The least that it takes.</param>
    /// <param name="max">The most that it takes.</param>
    /// <param name="description">What it is for.</param>
    public static OperatorParameter<int> WholeNumber(string name, int byDefault, int min = int.MinValue, int max = int.MaxValue, string description = "") =>
        new(name, byDefault, "a whole number" + Range(min, max, min == int.MinValue, max == int.MaxValue), description,
            Read(value => value >= min && value <= max, Strict<int>(JsonValueKind.Number)));

    /// <summary>A whole number that need not be said: null when it is not.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="min">The least that it takes.</param>
    /// <param name="max">The most that it takes.</param>
    /// <param name="description">What it is for, and what holds when it is not said.</param>
    public static OperatorParameter<long?> OptionalWholeNumber(string name, long min = long.MinValue, long max = long.MaxValue, string description = "") =>
        new(name, null, "a whole number" + Range(min, max, min == long.MinValue, max == long.MaxValue), description,
            Read(value => value >= min && value <= max, Strict<long?>(JsonValueKind.Number)));

    /// <summary>A number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="byDefault">What holds when it is not configured.</param>
    /// <param name="min">The least that it takes.</param>
    /// <param name="max">The most that it takes.</param>
    /// <param name="description">What it is for.</param>
    public static OperatorParameter<double> Number(
        string name,
        double byDefault,
        double min = double.MinValue,
        double max = double.MaxValue,
        string description = ""
    ) =>
        new(
            name,
            byDefault,
            "a number" + Range(min, max, min <= double.MinValue, max >= double.MaxValue),
            description,
            Read(value => value >= min && value <= max, Strict<double>(JsonValueKind.Number)));

    /// <summary>True or false.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="byDefault">What holds when it is not configured.</param>
    /// <param name="description">What it is for.</param>
    public static OperatorParameter<bool> Boolean(string name, bool byDefault, string description = "") =>
        new(name, byDefault, "true or false", description, Strict<bool>(JsonValueKind.True, JsonValueKind.False));

    /// <summary>Text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="byDefault">What holds when it is not configured.</param>
    /// <param name="values">The only texts that it takes; null: any.</param>
    /// <param name="description">What it is for.</param>
    public static OperatorParameter<string> Text(string name, string byDefault, IReadOnlyList<string>? values = null, string description = "") =>
        new(name, byDefault, values is null ? "text" : "one of " + string.Join(", ", values), description,
            Read(value => values is null || values.Contains(value, StringComparer.Ordinal), Strict<string>(JsonValueKind.String)));

    /// <summary>A list of texts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="byDefault">What holds when it is not configured.</param>
    /// <param name="description">What it is for.</param>
    public static OperatorParameter<IReadOnlyList<string>> Texts(string name, IReadOnlyList<string> byDefault, string description = "") =>
        new(name, byDefault, "a list of texts", description, Strict<IReadOnlyList<string>>(JsonValueKind.Array));

    /// <summary>A list of numbers of a fixed length.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="byDefault">What holds when it is not configured; the list has as many.</param>
    /// <param name="min">The least that each may be.</param>
    /// <param name="max">The most that each may be.</param>
    /// <param name="description">What it is for.</param>
    public static OperatorParameter<IReadOnlyList<double>> Numbers(
        string name,
        IReadOnlyList<double> byDefault,
        double min,
        double max,
        string description = "")
    {
        ArgumentNullException.ThrowIfNull(byDefault);
        return new(name, byDefault, $"a list of {byDefault.Count} numbers{Range(min, max, false, false)}", description, ReadNumbers);

        bool ReadNumbers(JsonElement json, out IReadOnlyList<double> value, out JsonFault? fault)
        {
            (value, fault) = ([], null);
            if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Number))
            {
                return false;
            }

            value = [.. json.EnumerateArray().Select(item => item.GetDouble())];
            return value.Count == byDefault.Count && value.All(number => number >= min && number <= max);
        }
    }

    /// <summary>Numbers by name, such as <c>{"observation": 1.2}</c>; those that are not named keep their default.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="byDefault">What holds when it is not configured; no other names have an effect.</param>
    /// <param name="min">The least that each may be.</param>
    /// <param name="max">The most that each may be.</param>
    /// <param name="description">What it is for.</param>
    public static OperatorParameter<IReadOnlyDictionary<string, double>> NumbersByName(
        string name, IReadOnlyDictionary<string, double> byDefault, double min, double max, string description = "")
    {
        ArgumentNullException.ThrowIfNull(byDefault);
        return new(name, byDefault, $"names, each with a number{Range(min, max, false, false)}", description, ReadNumbers, Idle);

        bool ReadNumbers(JsonElement json, out IReadOnlyDictionary<string, double> value, out JsonFault? fault)
        {
            (value, fault) = (byDefault, null);
            if (
                json.ValueKind != JsonValueKind.Object
                || !json.EnumerateObject()
                    .All(member => member.Value.ValueKind == JsonValueKind.Number && member.Value.GetDouble() is var number && number >= min && number <= max))
            {
                return false;
            }

            var numbers = byDefault.ToDictionary(StringComparer.Ordinal);
            foreach (var member in json.EnumerateObject())
            {
                numbers[member.Name] = member.Value.GetDouble();
            }

            value = numbers;
            return true;
        }

        string? Idle(JsonElement json) =>
            json.ValueKind == JsonValueKind.Object
            && json.EnumerateObject().Select(member => member.Name).Where(member => !byDefault.ContainsKey(member)).ToList() is { Count: > 0 } names
                ? $"names {Printable.Line(string.Join(", ", names))}, which there is not; it takes {string.Join(", ", byDefault.Keys)}"
                : null;
    }

    /// <summary>
    /// A tunable that configurations of other programs have and that does nothing here. Whatever is said about it is taken, with a warning at the start.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="why">Why it does nothing; it follows <c>has no effect:</c>.</param>
    public static OperatorParameter WithoutEffect(string name, string why) => new IdleParameter(name, why);

    /// <summary>What is wrong with a configured value; null: nothing.</summary>
    internal abstract string? Fault(JsonElement json);

    /// <summary>Why what is configured has no effect, or not all of it; null where it has.</summary>
    internal abstract string? Warning(JsonElement json);

    /// <summary>Whether a configuration may call it so.</summary>
    internal bool IsCalled(string name) => Name == name || OtherNames.Contains(name, StringComparer.Ordinal);

    private protected static string Show(object? value) => value switch
    {
        string text => Printable.Show(text),
        bool flag => flag ? "true" : "false",
        IEnumerable<string> list => "[" + string.Join(", ", list.Select(Printable.Show)) + "]",
        IEnumerable<KeyValuePair<string, double>> named => "{" + string.Join(", ", named.Select(one => $"{Printable.Show(one.Key)}: {Show(one.Value)}")) + "}",
        IEnumerable<double> list => "[" + string.Join(", ", list.Select(number => Show(number))) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static string Range(IFormattable min, IFormattable max, bool open, bool endless) => (open, endless) switch
    {
        (true, true) => string.Empty,
        (false, true) => $" of at least {Show(min)}",
        (true, false) => $" of at most {Show(max)}",
        _ => $" from {Show(min)} to {Show(max)}",
    };

    // A call's "5" is a number that went through a form; a configured "5" is a mistake.
    private static JsonRead<T> Strict<T>(params JsonValueKind[] kinds)
    {
        var read = JsonReaders.For<T>()!.Read;
        return Read;

        bool Read(JsonElement json, out T value, out JsonFault? fault)
        {
            (value, fault) = (default!, null);
            return kinds.Contains(json.ValueKind) && read(json, out value, out fault);
        }
    }

    private static JsonRead<T> Read<T>(Func<T, bool> admits, JsonRead<T> read) =>
        (JsonElement json, out T value, out JsonFault? fault) => read(json, out value, out fault) && admits(value);
}
