using System.Text.RegularExpressions;

namespace Remanence.Text.Time.Speech;

/// <summary>The places of a text that quote what a picture shows: its dates are no events of the conversation.</summary>
internal static partial class Captions
{
    // Never reached: the pattern does not go back.
    private const int MatchMilliseconds = 1_000;

    public static IReadOnlyList<Range> Find(string text)
    {
        if (!Hints().IsMatch(text))
        {
            return [];
        }

        var found = new List<Range>();
        foreach (var match in Quoted().EnumerateMatches(text))
        {
            found.Add(match.Index..(match.Index + match.Length));
        }

        return found;
    }

    [GeneratedRegex(
        @"picture|photo|image|\bpic\b|caption|screenshot|sticker|\bgif\b|图|照片|截屏|配文",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchMilliseconds)]
    private static partial Regex Hints();

    [GeneratedRegex(
        @"[\[（(【<][^\]\n）)】>]{0,40}(picture|photo|image|pic|caption|screenshot|sticker|gif|图片?|照片|截屏)[^\]\n）)】>]{0,1000}[\]）)】>]|(?<=^|\n)\s*((picture"
        + @"|photo|image|pic|screenshot)s?(\s+(description|caption|text))?|captions?|alt text|图片(说明)?|配图|照片|截图|图注|配文)\s*[:：][^\n]{0,1000}|(captions?"
        + @"|captioned|caption reads|labell?ed|配文|图注|说明)\s*[:：是]?\s*[""“'‘「][^""”’」\n]{0,300}[""”'’」]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Quoted();
}
