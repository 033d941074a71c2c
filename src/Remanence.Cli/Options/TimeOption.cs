using System.CommandLine;
using System.Globalization;

namespace Remanence.Cli.Options;

/// <summary>Options that take a time.</summary>
internal static class TimeOption
{
    public static Option<DateTimeOffset?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (TryParse(text, out var time))
            {
                return time;
            }

            result.AddError($"{name}: \"{text}\" is no time; write it like 2026-05-08T13:56:00Z or 2026-05-08.");
            return null;
        },
    };

    /// <summary>Reads an ISO time; without an offset it is UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) =>
        (text.Length >= 10 && char.IsAsciiDigit(text[3]) && text[4] == '-')
        & DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.RoundtripKind, out time);
}
