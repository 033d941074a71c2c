using System.Text;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>
/// Takes out of a message what it hands over: quotes, mails, code, logs, letters, transcripts, and the text after "paraphrase:" or "概括：". Such text speaks
/// about its author; what stands around it is the sender's own word.
/// </summary>
internal static class HandedOver
{
    private const int FewWords = 4;

    private enum Hold
    {
        None,

        /// <summary>Up to a blank line.</summary>
        Paragraph,

        /// <summary>A letter's farewell was read: its signature goes on to the next blank line.</summary>
        Signature,

        /// <summary>Up to the end, or to a word that turns back.</summary>
        Rest,
    }

    /// <summary>The sender's own words; what was handed over is gone, and with it the sentence that hands it over.</summary>
    public static string Without(string message)
    {
        var text = HandedOverLines.Blocks().Replace(message.ReplaceLineEndings("\n"), "\n");
        text = HandedOverLines.Quotation().Replace(text, quotation => IsLong(quotation.Value) ? "\"…\"" : quotation.Value);
        var isSigned = HandedOverLines.Farewell().IsMatch(text);
        var isLetter = isSigned && HandedOverLines.Salutation().IsMatch(text);
        var own = new StringBuilder(text.Length);
        var hold = Hold.None;
        foreach (var line in text.Split('\n'))
        {
            hold = Next(hold, line, isLetter);
            if (hold == Hold.None && !HandedOverLines.Foreign().IsMatch(line) && Keep(line, own))
            {
                hold =
                    isSigned || line.AsSpan().TrimEnd().EndsWith([':']) || line.AsSpan().TrimEnd().EndsWith(['：']) || HandedOverWords.IsAnnounced(line)
                        ? Hold.Rest
                        : Hold.Paragraph;
            }
        }

        return own.ToString();
    }

    private static Hold Next(Hold hold, string line, bool isLetter)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            // What follows on the label's own line is a paragraph; what begins on the next one may have many.
            return hold == Hold.Rest ? Hold.Rest : Hold.None;
        }

        if (hold == Hold.None || HandedOverLines.Returning().IsMatch(line))
        {
            return HandedOverLines.MailHead().IsMatch(line) || (isLetter && HandedOverLines.Salutation().IsMatch(line)) ? Hold.Rest : Hold.None;
        }

        return HandedOverLines.Farewell().IsMatch(line) || HandedOverLines.Closing().IsMatch(line) ? Hold.Signature : hold;
    }

    // Adds the line up to where it hands something over; whether it goes on with that.
    private static bool Keep(string line, StringBuilder own)
    {
        var rest = line;
        while (HandedOverWords.Find(rest) is { } found)
        {
            own.Append(rest.AsSpan(0, found.Start)).Append('\n');
            rest = rest[found.End..].TrimStart();
            if (rest.StartsWith("\"…\"", StringComparison.Ordinal))
            {
                rest = rest[3..].TrimStart('.', ',', ' ');
            }
            else if (!found.IsOnlySentence)
            {
                if (HandedOverLines.Turn(rest) is not { } turn)
                {
                    return true;
                }

                rest = rest[turn..];
            }
        }

        own.Append(rest).Append('\n');
        return false;
    }

    // A name in quotation marks stays.
    private static bool IsLong(string quotation) =>
        quotation.Count(char.IsWhiteSpace) >= FewWords
        || quotation.AsSpan(1, quotation.Length - 2).IndexOfAny('.', '。', '，') >= 0
        || HandedOverLines.Chinese().Count(quotation) > FewWords * 2;
}
