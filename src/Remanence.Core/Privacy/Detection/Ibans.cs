using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Detection;

/// <summary>International bank account numbers, ISO 13616: 15 to 34 characters, the remainder by 97 being 1.</summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal sealed partial class Ibans : Detector
{
    private const int Shortest = 15;
    private const int Longest = 34;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public override void Find(string text, List<PrivateSpan> found)
    {
        if (text.Length < Shortest || !text.AsSpan().ContainsAny(Digits))
        {
            return;
        }

        foreach (var match in Candidate().EnumerateMatches(text))
        {
            // A word that follows may look like one more group.
            for (var length = match.Length; length >= Shortest; length--)
            {
                var end = match.Index + length;
                if ((end == text.Length || !char.IsAsciiLetterOrDigit(text[end])) && IsValid(text.AsSpan(match.Index, length)))
                {
                    found.Add(new PrivateSpan(match.Index, end, PrivacyKinds.Iban));
                    break;
                }
            }
        }
    }

    private static bool IsValid(ReadOnlySpan<char> text)
    {
        Span<char> compact = stackalloc char[Longest];
        var count = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                continue;
            }

            if (count == Longest)
            {
                return false;
            }

            compact[count++] = char.ToUpperInvariant(c);
        }

        var remainder = 0;
        for (var i = 0; i < count; i++)
        {
            var c = compact[(i + 4) % count];
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return count >= Shortest && remainder == 1;
    }

    [GeneratedRegex("""(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?:[ \u00A0-]?[A-Z0-9]{1,4}){3,9}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();
}
