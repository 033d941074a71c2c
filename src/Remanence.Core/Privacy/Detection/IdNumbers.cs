using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Detection;

/// <summary>Chinese resident identity numbers (GB 11643: a date of birth inside, ISO 7064 mod 11-2), and US social security numbers.</summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal sealed partial class IdNumbers : Detector
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public override void Find(string text, List<PrivateSpan> found)
    {
        if (!text.AsSpan().ContainsAny(Digits))
        {
            return;
        }

        foreach (var match in Chinese().EnumerateMatches(text))
        {
            if (IsResident(text.AsSpan(match.Index, match.Length)))
            {
                found.Add(new PrivateSpan(match.Index, match.Index + match.Length, PrivacyKinds.IdNumber));
            }
        }

        foreach (Match match in SocialSecurity().Matches(text))
        {
            var value = match.Groups["v"] is { Success: true } named ? named : (Group)match;
            found.Add(new PrivateSpan(value.Index, value.Index + value.Length, PrivacyKinds.IdNumber));
        }
    }

    private static bool IsResident(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[18];
        var count = 0;
        foreach (var c in text)
        {
            if (c != ' ')
            {
                digits[count++] = c;
            }
        }

        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (digits[i] - '0');
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(digits[17])
            && DateOnly.TryParseExact(digits[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    [GeneratedRegex("""(?<![0-9A-Za-z])[1-9][0-9]{5}[ ]?(?:18|19|20)[0-9]{6}[ ]?[0-9]{3}[0-9Xx](?![0-9A-Za-z])""", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    // Never issued: 000, 666 and 900 to 999 in front, zeros behind.
    [GeneratedRegex(
        """(?<![0-9A-Za-z-])(?!000|666|9)[0-9]{3}(?<s>[ -])(?!00)[0-9]{2}\k<s>(?!0000)[0-9]{4}(?![0-9A-Za-z-])|\b(?:ssn"""
        + """|social\s+security(?:\s+number)?)(?:\s+is|\s*[:=#])?\s*(?<v>[0-9]{9})(?![0-9])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SocialSecurity();
}
