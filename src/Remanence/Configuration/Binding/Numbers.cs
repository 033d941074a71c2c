using System.Globalization;

namespace Remanence.Configuration.Binding;

/// <summary>Numbers as people write them.</summary>
internal static class Numbers
{
    public const string AmountRule = "must be an amount from 0 to 1000000, such as 0.15";

    private const decimal MaxAmount = 1_000_000;

    public static bool TryInteger(string text, int min, int max, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= min && number <= max;

    public static bool TryAmount(string text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out amount) && amount is >= 0 and <= MaxAmount;
}
