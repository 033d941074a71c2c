using System.Text;
using Remanence.Diagnostics;
using Remanence.Models.Prompts;
using Remanence.Privacy.Detection;

namespace Remanence.Privacy;

/// <summary>The rules of a workspace, ready to be applied.</summary>
internal sealed class Redactor
{
    private const int MaxPasses = 32;

    private readonly Detector[] _detectors;
    private readonly Detector[] _builtIn;

    public Redactor(PrivacyRules rules)
    {
        _detectors =
        [
            .. rules
                .Never.Distinct(StringComparer.Ordinal)
                .Select(kind =>
                    Detector.Of(kind)
                    ?? throw new ArgumentException(
                        $"{Printable.Show(kind)} is not a kind of what can be kept out; use {string.Join(", ", PrivacyKinds.All)}.",
                        nameof(rules))),
            .. rules.Patterns.Select(pattern => new OwnPattern(pattern)),
        ];
        _builtIn = [.. _detectors.Where(detector => detector is not OwnPattern)];
    }

    /// <summary>What the rules match, in order and apart from each other.</summary>
    public IReadOnlyList<PrivateSpan> Find(string text) => Find(text, _detectors);

    private static List<PrivateSpan> Find(string text, Detector[] detectors)
    {
        var found = new List<PrivateSpan>();
        foreach (var detector in detectors)
        {
            detector.Find(text, found);
        }

        return found.Count == 0 ? found : Merge(text, found);
    }

    public string Redact(string text)
    {
        var found = Find(text, _detectors);
        if (found.Count == 0)
        {
            return text;
        }

        // What stood beside a match may be one itself when that is gone. A user's pattern may match markers, too, and is not asked again.
        var language = PromptLanguages.Of(text);
        for (var pass = 0; found.Count > 0 && pass < MaxPasses; pass++)
        {
            text = Replace(text, found, language);
            found = Find(text, _builtIn);
        }

        // Matches in a row, each of which shows the next one, end somewhere: what stands behind so many of them goes as a whole.
        return found.Count == 0 ? text : Replace(text, [found[0] with { End = text.Length }], language);
    }

    private static string Replace(string text, IReadOnlyList<PrivateSpan> found, PromptLanguage language)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in found)
        {
            result.Append(text, at, span.Start - at).Append(Markers.Of(span.Kind, language));
            at = span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static List<PrivateSpan> Merge(string text, List<PrivateSpan> found)
    {
        var merged = new List<PrivateSpan>(found.Count);
        foreach (var span in found.Select(span => Whole(text, span)).OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    // A pattern may match half of a surrogate pair; the other half is no text.
    private static PrivateSpan Whole(string text, PrivateSpan span) => span with
    {
        Start = span.Start > 0 && char.IsSurrogatePair(text[span.Start - 1], text[span.Start]) ? span.Start - 1 : span.Start,
        End = span.End < text.Length && char.IsSurrogatePair(text[span.End - 1], text[span.End]) ? span.End + 1 : span.End,
    };
}
