using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Detection;

/// <summary>
/// Telephone numbers: international with "+" or "00", North American, Chinese mobile and fixed lines, and digits that are called a phone number.
/// </summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal sealed partial class Phones : Detector
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public override void Find(string text, List<PrivateSpan> found)
    {
        if (!text.AsSpan().ContainsAny(Digits))
        {
            return;
        }

        foreach (Match match in Number().Matches(text))
        {
            var value = match.Groups["v"] is { Success: true } named ? named : (Group)match;
            found.Add(new PrivateSpan(value.Index, value.Index + value.Length, PrivacyKinds.Phone));
        }
    }

    [GeneratedRegex(
        """
            (?<![0-9A-Za-z.+])(?:\+|00)[1-9][0-9]{0,2}(?:[ .-]?\(?[0-9]{1,5}\)?){2,6}(?![0-9])
            | (?<![0-9A-Za-z.+-])(?:1[ .-]?)?(?:\([2-9][0-9]{2}\)[ ]?|[2-9][0-9]{2}[ .-])[2-9][0-9]{2}[ .-][0-9]{4}(?![0-9-])
            | (?<![0-9A-Za-z.+-])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9-])
            | (?<![0-9A-Za-z.+-])0[1-9][0-9]{1,2}[ -][2-9][0-9]{6,7}(?![0-9-])
            | (?:\b(?:phone|mobile|cell|telephone|tel|call\ me|text\ me|reach\ me)\b(?:\s+(?:number|no\.?))?(?:\s+(?:is|at|on))?|电话(?:号码)?|手机(?:号码?)?)\s*(?:[:：]|是|为)?\s*(?<v>[0-9(][0-9 ().-]{5,18}[0-9])(?![0-9])
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
