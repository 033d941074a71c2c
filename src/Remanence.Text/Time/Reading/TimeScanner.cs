namespace Remanence.Text.Time.Reading;

/// <summary>Cuts a text into tokens in one pass.</summary>
internal static class TimeScanner
{
    /// <summary>False when nothing in the text can begin a time expression; the stream's content is then of no use.</summary>
    public static bool Scan(string text, TokenStream tokens)
    {
        var sentence = 0;
        var worthParsing = false;
        var spaced = TokenMarks.Spaced;
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is ' ' or '\t' || (c != '\n' && c != '\r' && char.IsWhiteSpace(c)))
            {
                spaced = TokenMarks.Spaced;
                at++;
                continue;
            }

            var token = Next(text, at, spaced, sentence);
            if (
                (token.Term.Has(TermMarks.Future) && !IsNamedWill(text, token))
                || IsAskedByWill(text, tokens, token)
                || (token.Kind == TokenKind.Han && IsFutureHan(text, at))
                || IsGoingTo(tokens, token))
            {
                tokens.MarkFuture(sentence);
            }

            worthParsing |= token.Kind == TokenKind.Number
                || token.Term.Has(TermMarks.Trigger)
                || (token.Kind == TokenKind.Han && HanCharacters.IsTrigger((char)token.Value));
            if (token.Kind == TokenKind.Symbol && EndsSentence(text, tokens, token))
            {
                if (token.Value == '?')
                {
                    tokens.MarkQuestion(sentence);
                }
                else if (token.Value == '!' || (token.Value == '.' && tokens[tokens.Count - 1].Value == '.'))
                {
                    tokens.MarkExclaimed(sentence);
                }

                sentence++;
            }

            tokens.Add(token);
            spaced = TokenMarks.None;
            at = token.End;
        }

        return worthParsing;
    }

    private static TimeToken Next(string text, int at, TokenMarks marks, int sentence)
    {
        var c = text[at];
        if (DigitOf(c) >= 0)
        {
            return Number(text, at, marks, sentence);
        }

        if (HanCharacters.IsHan(c))
        {
            return new TimeToken(at, 1, TokenKind.Han, marks, default, HanCharacters.Simplify(c), sentence);
        }

        return char.IsLetter(c)
            ? Word(text, at, marks, sentence)
            : new TimeToken(at, 1, TokenKind.Symbol, marks, default, Narrow(c), sentence);
    }

    private static TimeToken Number(string text, int at, TokenMarks marks, int sentence)
    {
        var end = at;
        var value = 0L;
        int digit;
        while (end < text.Length && (digit = DigitOf(text[end])) >= 0)
        {
            value = end - at < 9 ? (value * 10) + digit : -1;
            end++;
        }

        var suffix = Suffix(text, end, out var length);
        if (
            suffix == TokenMarks.None
            && value % 10 == 0
            && end + 1 < text.Length
            && IsApostrophe(text[end])
            && Suffix(text, end + 1, out _) == TokenMarks.Plural)
        {
            (suffix, length) = (TokenMarks.Plural, 2);
        }

        return new TimeToken(at, end - at + length, TokenKind.Number, marks | suffix, default, (int)value, sentence);
    }

    private static TokenMarks Suffix(string text, int at, out int length)
    {
        var letters = 0;
        while (letters < 3 && at + letters < text.Length && char.IsAsciiLetter(text[at + letters]))
        {
            letters++;
        }

        var suffix = text.AsSpan(at, letters);
        if (suffix is "s" or "S")
        {
            length = 1;
            return TokenMarks.Plural;
        }

        var ordinal = letters == 2 && (suffix.Equals("st", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("th", StringComparison.OrdinalIgnoreCase));
        length = ordinal ? 2 : 0;
        return ordinal ? TokenMarks.Ordinal : TokenMarks.None;
    }

    private static TimeToken Word(string text, int at, TokenMarks marks, int sentence)
    {
        var end = at + 1;
        while (end < text.Length && IsWordPart(text, end))
        {
            end++;
        }

        var word = text.AsSpan(at, end - at);
        if (word.Length > 2 && word[^1] is 's' or 'S' && IsApostrophe(word[^2]))
        {
            word = word[..^2];
            marks |= TokenMarks.Possessive;
        }

        if (char.IsUpper(text[at]))
        {
            marks |= TokenMarks.Capital;
        }

        var term = word.Length <= 13 ? EnglishVocabulary.Find(word) : default;
        if (term.Kind == TermKind.None && word.Length > 3 && word[^1] is 'l' or 'L' && word[^2] is 'l' or 'L' && IsApostrophe(word[^3]))
        {
            term = new Term(TermKind.Future, 0, TermMarks.Future);
        }

        return new TimeToken(at, end - at, TokenKind.Word, marks, term, 0, sentence);
    }

    private static bool IsWordPart(string text, int at)
    {
        var c = text[at];
        return char.IsAsciiLetter(c)
            || (c > 127 && char.IsLetter(c) && !HanCharacters.IsHan(c))
            || (IsApostrophe(c) && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]));
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => -1,
    };

    private static char Narrow(char c) => c switch
    {
        '–' or '—' or '‐' or '‑' or '−' => '-',
        '〜' or '∼' => '~',
        '’' or '‘' => '\'',
        '。' => '.',
        '、' => ',',
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        _ => c,
    };

    private static bool EndsSentence(string text, TokenStream tokens, TimeToken symbol)
    {
        switch ((char)symbol.Value)
        {
            case '!' or '?' or ';' or '\n' or '\r':
                return true;
            case '.' when text[symbol.Start] == '。':
                return true;
            case '.':
                // "p.m." and "Dec." end no sentence.
                var before = tokens[tokens.Count - 1];
                var abbreviation = before.Kind == TokenKind.Word && (before.Length == 1 || before.Term.Has(TermMarks.Short));
                return !abbreviation && (symbol.End >= text.Length || char.IsWhiteSpace(text[symbol.End]));
            default:
                return false;
        }
    }

    // "I saw Will", "Will went home": a name, until what follows makes it a question.
    private static bool IsNamedWill(string text, TimeToken token) => text[token.Start] == 'W' && token.Length - (token.Has(TokenMarks.Possessive) ? 2 : 0) == 4;

    // "Will you come?", "Will the shop open?", at a sentence's beginning.
    private static bool IsAskedByWill(string text, TokenStream tokens, TimeToken token)
    {
        var will = tokens[tokens.Count - 1];
        var before = tokens[tokens.Count - 2];
        return token.Term.Kind is TermKind.Clause or TermKind.The or TermKind.This or TermKind.These or TermKind.Article or TermKind.Every
            && will.Term.Kind == TermKind.Future && will.Sentence == token.Sentence && !will.Has(TokenMarks.Possessive) && IsNamedWill(text, will)
            && (before.Kind == TokenKind.Edge || before.Sentence != will.Sentence || before.Kind == TokenKind.Symbol);
    }

    private static bool IsGoingTo(TokenStream tokens, TimeToken token) =>
        token.Term.Kind == TermKind.To && tokens[tokens.Count - 1].Term.Kind == TermKind.Going;

    private static bool IsFutureHan(string text, int at) => text[at] switch
    {
        '将' or '將' => true,
        '打' => Followed(text, at, '算', '算'),
        '计' or '計' => Followed(text, at, '划', '劃'),
        '准' or '準' => Followed(text, at, '备', '備'),
        '即' => Followed(text, at, '将', '將'),
        _ => false,
    };

    private static bool Followed(string text, int at, char simplified, char traditional) =>
        at + 1 < text.Length && (text[at + 1] == simplified || text[at + 1] == traditional);
}
