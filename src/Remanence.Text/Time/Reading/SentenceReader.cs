using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.Reading;

/// <summary>Reads English sentences word by word for what they do with their times.</summary>
internal sealed class SentenceReader(TokenStream tokens)
{
    // So many words behind "if" its verb stands at most.
    private const int Condition = 6;

    private int _sentence = -1;
    private int _from;
    private int _if;
    private bool _unlikely;
    private bool _would;
    private bool _figure;
    private bool _work;

    public SenseMarks Read(int at, Tense[] tenses)
    {
        if (tokens[at].Sentence != _sentence)
        {
            (_sentence, _from, _if, _unlikely, _would) = (tokens[at].Sentence, at, -1, false, false);
            (_figure, _work) = (false, false);
        }

        if (tokens[at].Kind != TokenKind.Word)
        {
            // "Hey Tom, how …"
            _from = at - _from < 4 && (tokens[at].Kind == TokenKind.Symbol) ? at + 1 : _from;
            return SenseMarks.None;
        }

        if (at == _from && (tokens.IsWord(at, "so") || tokens.IsWord(at, "and") || tokens.IsWord(at, "hey") || tokens.IsWord(at, "hi")))
        {
            _from = at + 1;
        }

        var word = tokens.Text.AsSpan(tokens[at].Start, tokens[at].Length);

        // "the hero in the book did it in 1999"
        _figure |= SenseWords.IsFigure(word);
        _work |= SenseWords.IsWork(word);
        return (_figure && _work ? SenseMarks.Unreal : SenseMarks.None)
            | (SenseWords.IsHabit(word) || (tokens.IsWord(at, "used") && tokens.Is(at + 1, TermKind.To)) ? SenseMarks.Habit : SenseMarks.None)
            | (tokens.IsWord(at, "never") ? SenseMarks.Never : SenseMarks.None)
            | (at == _from && Asks(at) ? SenseMarks.Asks : SenseMarks.None)
            | (SenseWords.IsWork(word) && IsStory(at) ? SenseMarks.Story : SenseMarks.None)
            | (Craves(at) ? SenseMarks.Craves : SenseMarks.None)
            | Wishes(at, tenses);
    }

    // "… if I could", with nothing that one could.
    private bool IsOutOfReach(int at) => tokens.IsWord(at, "if") && tokens.IsWord(at + 2, "could") && tokens[at + 3].Kind is TokenKind.Edge or TokenKind.Symbol;

    // "I'd kill for a beer tonight", "I could murder a curry", "she'd give anything for".
    private bool Craves(int at)
    {
        if (EnglishTenseReader.KindOf(tokens, at) != VerbKind.Modal)
        {
            return false;
        }

        var verb =
            at + (tokens.IsWord(at + 1, "really") || tokens.IsWord(at + 1, "just") || tokens.IsWord(at + 1, "so") || tokens.IsWord(at + 1, "gladly") ? 2 : 1);
        return ((tokens.IsWord(verb, "kill") || tokens.IsWord(verb, "die")) && (tokens.Is(verb + 1, TermKind.For) || tokens.Is(verb + 1, TermKind.To)))
            || (tokens.IsWord(verb, "murder") && tokens.IsWord(at, "could"))
            || (
                tokens.IsWord(verb, "give")
                && (tokens.IsWord(verb + 1, "anything") || tokens.IsWord(verb + 1, "everything") || tokens.IsWord(verb + 2, "arm")));
    }

    private bool Asks(int at) =>
        tokens.Kind(at) is TermKind.How or TermKind.What
        || tokens.IsWord(at, "hope")
        || tokens.IsWord(at, "what's")
        || tokens.IsWord(at, "what’s")
        || tokens.IsWord(at, "how's")
        || tokens.IsWord(at, "how’s")
        || tokens.IsWord(at, "anything")
        || (tokens.Is(at, TermKind.Auxiliary) && tokens.IsWord(at + 1, "you"))
        || (tokens.Is(at, TermKind.Clause) && tokens.IsWord(at + 1, "hope"));

    // "in the novel", "the movie is set in", "chapter two"
    private bool IsStory(int at)
    {
        var determiner = tokens.Kind(at - 1) is TermKind.The or TermKind.This or TermKind.Article || tokens.IsWord(at - 1, "my");
        return (determiner && tokens.Is(at - 2, TermKind.In)) || (at == _from && tokens.IsWord(at, "chapter"))
            || (tokens.Kind(at + 1) is TermKind.Auxiliary && (tokens.IsWord(at + 2, "set") || tokens.Is(at + 2, TermKind.Around)))
            || (tokens.IsWord(at + 1, "set") && tokens.Is(at + 2, TermKind.In))
            || tokens.IsWord(at + 1, "tells")
            || tokens.IsWord(at + 1, "follows")
            || (tokens.IsWord(at + 1, "takes") && tokens.IsWord(at + 2, "place"));
    }

    // "I wish it was Friday", "if I were rich, I'd fly tomorrow"; "if it rains tomorrow" may be, and "if you could come, that would be nice" asks.
    private SenseMarks Wishes(int at, Tense[] tenses)
    {
        var others =
            tokens.IsWord(at + 1, "me")
            || tokens.IsWord(at + 1, "you")
            || tokens.IsWord(at + 1, "us")
            || tokens.IsWord(at + 1, "him")
            || tokens.IsWord(at + 1, "her");
        if (
            (
                tokens.IsWord(at, "wish")
                && !others
                && (at == _from || tokens.Is(at - 1, TermKind.Clause) || tokens.IsWord(at - 1, "just") || tokens.IsWord(at - 1, "really")))
            || (tokens.IsWord(at, "if") && tokens.IsWord(at + 1, "only"))
            || IsOutOfReach(at)
            || (at == _from && (tokens.IsWord(at, "imagine") || tokens.IsWord(at, "pretend") || tokens.IsWord(at, "suppose"))))
        {
            return SenseMarks.Wish;
        }

        if (tokens.IsWord(at, "if"))
        {
            _if = at;
            return SenseMarks.None;
        }

        var inside = _if >= 0 && at - _if <= Condition;
        _unlikely |= inside && (tenses[at] == Tense.Past || (tokens.IsWord(at, "could") && !tokens.IsWord(_if + 1, "you")));
        var verb = EnglishTenseReader.KindOf(tokens, at);
        _would |=
            verb == VerbKind.Modal
            && tokens.Text[tokens[at].End - 1] is 'd' or 't'
            && !tokens.IsWord(at, "could")
            && !tokens.IsWord(at, "should")
            && !tokens.IsWord(at, "can't");
        return _unlikely && _would ? SenseMarks.Unreal : SenseMarks.None;
    }
}
