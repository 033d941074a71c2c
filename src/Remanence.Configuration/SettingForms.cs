using System.Globalization;
using System.Net;
using Remanence.Configuration.Tree;

namespace Remanence.Configuration;

/// <summary>The forms that a value may have.</summary>
internal static class SettingForms
{
    public const decimal MaxAmount = 1_000_000;

    private const string ListRule = "must be a single value or a list of values";

    public static string? Text(ConfigurationNode node, out string value)
    {
        value = node.Text;
        return node.Kind != NodeKind.Value ? "must be a text"
            : string.IsNullOrWhiteSpace(value) || value.Contains('\0', StringComparison.Ordinal) ? "must not be empty"
            : null;
    }

    public static string? OptionalText(ConfigurationNode node, out string? value)
    {
        value = node.Text.Length == 0 ? null : node.Text;
        return node.Kind != NodeKind.Value || node.Text.Contains('\0', StringComparison.Ordinal) ? "must be a text" : null;
    }

    public static string? Key(ConfigurationNode node, out string? value)
    {
        value = node.Text.Trim() is { Length: > 0 } key ? key : null;
        return node.Kind != NodeKind.Value ? "must be a text"
            : value?.All(character => character is > ' ' and <= '~') == false
                ? "must be characters that a header can carry, visible ASCII without spaces (was something else pasted?)"
            : null;
    }

    public static SettingForm<int> Integer(int min, int max) => (ConfigurationNode node, out int value) =>
        int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= min && value <= max
            ? null
            : $"must be a whole number from {min} to {max}";

    public static SettingForm<T?> Optional<T>(SettingForm<T> form)
        where T : struct => (ConfigurationNode node, out T? value) =>
    {
        value = null;
        if (node is { Kind: NodeKind.Value, Text.Length: 0 })
        {
            return null;
        }

        var rule = form(node, out var some);
        value = some;
        return rule;
    };

    public static SettingForm<TTo> Map<TFrom, TTo>(SettingForm<TFrom> form, Func<TFrom, TTo> map) => (ConfigurationNode node, out TTo value) =>
    {
        var rule = form(node, out var from);
        value = map(from);
        return rule;
    };

    public static SettingForm<TimeSpan?> Seconds(int max) => (ConfigurationNode node, out TimeSpan? value) =>
    {
        var isGood = double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.001 && seconds <= max;
        value = isGood ? TimeSpan.FromSeconds(seconds) : null;
        return isGood ? null : $"must be seconds, from 0.001 to {max}";
    };

    public static string? Amount(ConfigurationNode node, out decimal? value)
    {
        var isGood = decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= MaxAmount;
        value = amount;
        return isGood ? null : $"must be an amount from 0 to {MaxAmount}, such as 0.15";
    }

    public static string? Flag(ConfigurationNode node, out bool value)
    {
        value = node.Text is "true" or "True";
        return value || node.Text is "false" or "False" ? null : "must be true or false";
    }

    public static SettingForm<T> Choice<T>(IReadOnlyList<(string Word, T Value)> words, string rule) => (ConfigurationNode node, out T value) =>
    {
        var text = node.Text.Trim();
        var found = node.Kind == NodeKind.Value ? words.FirstOrDefault(word => string.Equals(word.Word, text, StringComparison.OrdinalIgnoreCase)) : default;
        value = found.Value;
        return found.Word is null ? rule : null;
    };

    public static SettingForm<Uri?> Address(string rule) => (ConfigurationNode node, out Uri? value) =>
    {
        value = null;
        return node is { Kind: NodeKind.Value, Text.Length: 0 } ? null
            : !IsAddress(node.Text, out value) ? rule
            : value!.UserInfo.Length > 0 ? "must be without a user name and a password in it, as nothing sends them"
            : null;
    };

    public static SettingForm<IReadOnlyList<Uri>> Addresses(string rule) => (ConfigurationNode node, out IReadOnlyList<Uri> value) =>
    {
        var addresses = new List<Uri>();
        value = addresses;
        if (List(node, out var texts) is { } wrong)
        {
            return wrong;
        }

        foreach (var text in texts)
        {
            if (!IsAddress(text, out var address))
            {
                return rule;
            }

            addresses.Add(address!);
        }

        return null;
    };

    public static string? ListenAddress(ConfigurationNode node, out IPAddress value)
    {
        value = IPAddress.Loopback;
        if (string.Equals(node.Text, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // IPAddress takes "1" and "0x7f.1" for addresses; what nobody means to write is refused.
        var plain = node.Text.Trim('[', ']');
        if (!IPAddress.TryParse(plain, out var address) || !(plain.Contains(':', StringComparison.Ordinal) || plain.Count(c => c == '.') == 3))
        {
            return "must be an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost";
        }

        value = address;
        return null;
    }

    public static string? List(ConfigurationNode node, out IReadOnlyList<string> value)
    {
        var rule = Items(node, out var items);
        value = node.Kind == NodeKind.Value
            ? node.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [.. items.Select(item => item.Text.Trim()).Where(text => text.Length > 0)];
        return rule;
    }

    public static string? Items(ConfigurationNode node, out IReadOnlyList<ConfigurationNode> value)
    {
        value = node.Kind == NodeKind.Value ? [node] : node.Items;
        return node.Kind == NodeKind.Map || value.Any(item => item.Kind != NodeKind.Value) ? ListRule : null;
    }

    public static string? Members(ConfigurationNode node, out IReadOnlyDictionary<string, ConfigurationNode> value)
    {
        value = node.Children;
        return node.Kind == NodeKind.Map ? null : "must hold names and values; in an argument that is JSON, such as {\"temperature\": 0.2}";
    }

    private static bool IsAddress(string text, out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https" && address.Port != 0;
}
