namespace Remanence.Text.Time.Reading;

/// <summary>The clauses and sentences of one text, each token looked at once: which verb an expression goes with, and what is done with its time.</summary>
/// <remarks>An expression goes with the nearest verb of its own clause, or else of its sentence.</remarks>
internal sealed class Clauses
{
    // So many clauses back another still tells.
    private const int Chained = 4;

    private readonly TokenStream _tokens;

    // By token: the last and the next verb that tells a tense, -1 where the sentence has none, and where its clause, short or long, begins.
    private readonly int[] _before;
    private readonly int[] _after;
    private readonly int[] _short;
    private readonly int[] _long;
    private readonly Tense[] _tenses;

    // By the first token of a clause or a sentence.
    private readonly Dictionary<int, HanClause> _chinese = [];
    private readonly Dictionary<int, SenseMarks> _shortMarks = [];
    private readonly Dictionary<int, SenseMarks> _longMarks = [];
    private readonly Dictionary<int, SenseMarks> _sentenceMarks = [];

    private Clauses(TokenStream tokens)
    {
        _tokens = tokens;
        var count = tokens.Count;
        (_before, _after, _short, _long, _tenses) = (new int[count], new int[count], new int[count], new int[count], new Tense[count]);
        Cut();
        Link();
        Mark();
    }

    public static Clauses Of(TokenStream tokens) => new(tokens);

    /// <summary>The tense of the verb beside an expression that begins at the token.</summary>
    public Tense TenseAt(int at)
    {
        if ((uint)at >= (uint)_tenses.Length)
        {
            return Tense.None;
        }

        return _tokens[at].Kind == TokenKind.Han || _tokens[at + 1].Kind == TokenKind.Han ? Chinese(at)
            : VerbAt(at) is var verb and >= 0 ? _tenses[verb]
            : Tense.None;
    }

    /// <summary>The token of the verb that tells the tense; -1 where there is none.</summary>
    public int VerbAt(int at)
    {
        var (before, after) = (_before[at], _after[at]);
        return before >= 0 && _short[before] == _short[at] ? before
            : after >= 0 && _short[after] == _short[at] ? after
            : before >= 0 ? before
            : after;
    }

    /// <summary>Where the expression's clause, between commas and joining words, begins.</summary>
    public int Begin(int at) => _short[at];

    /// <summary>What the expression's clause, between commas and joining words, does with it.</summary>
    public SenseMarks InShort(int at) => _shortMarks.GetValueOrDefault(_short[at]);

    /// <summary>What its clause does up to words such as "but".</summary>
    public SenseMarks InLong(int at) => _longMarks.GetValueOrDefault(_long[at]);

    public SenseMarks InSentence(int at) => _sentenceMarks.GetValueOrDefault(_tokens[at].Sentence);

    private void Cut()
    {
        var (shortFrom, longFrom, sentence) = (0, 0, 0);
        for (var at = 0; at < _short.Length; at++)
        {
            var next = _tokens[at].Sentence;
            var breaks = next != sentence || Breaks(at);
            (longFrom, shortFrom, sentence) = (breaks ? at : longFrom, breaks || Parts(at) ? at : shortFrom, next);
            (_short[at], _long[at]) = (shortFrom, longFrom);
            _tenses[at] = EnglishTenseReader.Of(_tokens, at);
        }
    }

    private void Link()
    {
        var last = -1;
        for (var at = 0; at < _before.Length; at++)
        {
            _before[at] = last >= 0 && _tokens[last].Sentence == _tokens[at].Sentence ? last : -1;
            last = _tenses[at] != Tense.None ? at : last;
        }

        last = -1;
        for (var at = _after.Length - 1; at >= 0; at--)
        {
            _after[at] = last >= 0 && _tokens[last].Sentence == _tokens[at].Sentence ? last : -1;
            last = _tenses[at] != Tense.None ? at : last;
        }
    }

    private void Mark()
    {
        var english = new SentenceReader(_tokens);
        for (var at = 0; at < _short.Length; at++)
        {
            var sentence = _tokens[at].Sentence;
            if (_tokens[at].Kind == TokenKind.Han)
            {
                Add(_shortMarks, _short[at], SenseWords.OfHan(_tokens, at) | (_tokens.IsHan(at, '了') && EndsShort(at) ? SenseMarks.Done : SenseMarks.None)
                    | (HanTense.Goes(_tokens, at) ? SenseMarks.Goes : SenseMarks.None) | (_tokens.IsHan(at, '有') ? SenseMarks.Fixed : SenseMarks.None));
                Add(_longMarks, _long[at], SenseWords.OfHan(_tokens, at));
                continue;
            }

            var marks = english.Read(at, _tenses);
            Add(_shortMarks, _short[at], marks & SenseMarks.Craves);
            Add(_longMarks, _long[at], marks & (SenseMarks.Habit | SenseMarks.Never));
            Add(_sentenceMarks, sentence, marks & ~(SenseMarks.Habit | SenseMarks.Never | SenseMarks.Craves));
        }
    }

    private bool EndsShort(int at) => at + 1 >= _short.Length || _short[at + 1] != _short[at] || _tokens[at + 1].Kind == TokenKind.Symbol;

    private static void Add(Dictionary<int, SenseMarks> marks, int key, SenseMarks mark)
    {
        if (mark != SenseMarks.None)
        {
            marks[key] = marks.GetValueOrDefault(key) | mark;
        }
    }

    // What a clause tells itself goes before what those beside it tell. A clause that does something at a time of its own is not done because another is:
    // "昨天考了数学，周五考物理" is to come on Friday. A clause that names a time alone, or of what, is told by the one behind it.
    private Tense Chinese(int at)
    {
        var from = _short[at];
        var clause = Clause(from);
        var end = clause.End;
        if (clause.Tense != Tense.None)
        {
            return clause.Tense;
        }

        var sentence = _tokens[at].Sentence;
        if (_tokens.IsSymbol(end, '?') || _tokens.IsHan(end - 1, '吗'))
        {
            return Tense.Ahead;
        }

        var behind = end < _short.Length && _tokens[end].Sentence == sentence ? Clause(_short[end]) : default;
        var earlier = Earlier(from, sentence);
        return earlier == Tense.None ? behind.Tense
            : earlier != Tense.Past || !clause.Acts || (behind.Tense == Tense.Past && !behind.NamesTime) ? earlier
            : Tense.Ahead;
    }

    // The nearest clause before that tells a tense.
    private Tense Earlier(int from, int sentence)
    {
        for (var i = 0; i < Chained && from > 0 && _tokens[from - 1].Sentence == sentence; i++)
        {
            from = _short[from - 1];
            if (Clause(from).Tense is var tense and not Tense.None)
            {
                return tense;
            }
        }

        return Tense.None;
    }

    // A comma begins the clause behind it.
    private HanClause Clause(int from)
    {
        if (_chinese.TryGetValue(from, out var known))
        {
            return known;
        }

        var end = from + 1;
        while (end < _short.Length && _short[end] == from)
        {
            end++;
        }

        return _chinese[from] = HanClause.Of(_tokens, from, _tokens[end - 1].Kind == TokenKind.Symbol ? end - 1 : end);
    }

    /// <summary>Begins another clause: a comma, a bracket, a joining word.</summary>
    private bool Parts(int at)
    {
        ref readonly var token = ref _tokens[at];
        return token.Kind switch
        {
            // 、 joins what one verb is said of.
            TokenKind.Symbol => ((char)token.Value == ',' && _tokens.Text[token.Start] != '、')
                || (char)token.Value is ':' or '(' or ')' or '[' or ']' or '"' or '“' or '”'
                || (token.Value == '-' && token.Has(TokenMarks.Spaced)),
            TokenKind.Word => token.Term.Kind is TermKind.And or TermKind.Or or TermKind.When
                || _tokens.IsWord(at, "while")
                || _tokens.IsWord(at, "that")
                || _tokens.IsWord(at, "who")
                || _tokens.IsWord(at, "which"),
            _ => false,
        };
    }

    // What comes behind it is another matter.
    private bool Breaks(int at) => _tokens[at].Kind == TokenKind.Word && (_tokens.IsWord(at, "but") || _tokens.IsWord(at, "because") || _tokens.IsWord(at, "so")
        || _tokens.IsWord(at, "though") || _tokens.IsWord(at, "although") || _tokens.IsWord(at, "however"));
}
