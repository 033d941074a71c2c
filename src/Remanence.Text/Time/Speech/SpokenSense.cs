using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Speech;

/// <summary>Whether a sentence that names a time tells of something that was, is or will be then.</summary>
internal static class SpokenSense
{
    public static bool TellsEvent(TokenStream tokens, int at, in Finding finding)
    {
        var chinese = tokens[at].Kind == TokenKind.Han || tokens[finding.Next - 1].Kind == TokenKind.Han;
        if (
            finding.Precision == Memories.TimePrecision.Vague
            && finding.Span.End == tokens.Context.Now
            && (chinese ? ChineseSense.Asks(tokens, at) : EnglishSense.Asks(tokens, at)))
        {
            return false;
        }

        return chinese ? ChineseSense.TellsEvent(tokens, at, finding) : EnglishSense.TellsEvent(tokens, at, finding);
    }
}
