using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Detection;

/// <summary>E-mail addresses as people write them.</summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal sealed partial class Emails : Detector
{
    public override void Find(string text, List<PrivateSpan> found)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var match in Address().EnumerateMatches(text))
        {
            found.Add(new PrivateSpan(match.Index, match.Index + match.Length, PrivacyKinds.Email));
        }
    }

    [GeneratedRegex(
        """(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9])""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
