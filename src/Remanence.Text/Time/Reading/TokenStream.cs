using System.Buffers;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Reading;

/// <summary>The tokens of one text, with what the grammars ask about them.</summary>
internal sealed class TokenStream : IDisposable
{
    // So many tokens around an expression are looked at.
    private const int Around = 12;

    private static readonly TimeToken Edge;

    private TimeToken[] _tokens = ArrayPool<TimeToken>.Shared.Rent(64);
    private HashSet<int>? _futureSentences;
    private HashSet<int>? _questions;
    private HashSet<int>? _exclaimed;
    private Clauses? _clauses;

    public TokenStream(string text, TimeContext context)
    {
        Text = text;
        Context = context;
    }

    public string Text { get; }

    public TimeContext Context { get; }

    public int Count { get; private set; }

    /// <summary>The clauses, cut when they are asked for first.</summary>
    public Clauses Clauses => _clauses ??= Clauses.Of(this);

    /// <summary>The stretch of time that was named last, from which "the next day" counts.</summary>
    public LocalSpan? Previous { get; private set; }

    /// <summary>The day of a month that the expression before named, for the list that it may begin; null for any other.</summary>
    public int? PreviousDay { get; private set; }

    /// <summary>That day's month was named with it or before it.</summary>
    public bool PreviousMonthNamed { get; private set; }

    /// <summary>The Monday of the week that the expression before chose for its weekday, for the list that it may begin; null for any other.</summary>
    public int? PreviousWeek { get; private set; }

    /// <summary>The token behind the expression before.</summary>
    public int PreviousEnd { get; private set; }

    private int PreviousSentence { get; set; }

    /// <summary>Tokens looked at so far: the measure of work that tests hold against the text's length.</summary>
    public long Looks { get; private set; }

    /// <summary>The token, or an edge token outside the text.</summary>
    public ref readonly TimeToken this[int index]
    {
        get
        {
            Looks++;
            if ((uint)index < (uint)Count)
            {
                return ref _tokens[index];
            }

            return ref Edge;
        }
    }

    public void Add(TimeToken token)
    {
        if (Count == _tokens.Length)
        {
            var larger = ArrayPool<TimeToken>.Shared.Rent(2 * Count);
            _tokens.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<TimeToken>.Shared.Return(_tokens);
            _tokens = larger;
        }

        _tokens[Count++] = token;
    }

    public void MarkFuture(int sentence) => (_futureSentences ??= []).Add(sentence);

    public void MarkQuestion(int sentence) => (_questions ??= []).Add(sentence);

    public void MarkExclaimed(int sentence) => (_exclaimed ??= []).Add(sentence);

    public void Remember(LocalSpan span, int index) => (Previous, PreviousSentence) = (span, this[index].Sentence);

    public void RememberWeek(int? monday) => PreviousWeek = monday;

    /// <param name="day">The day that the expression named.</param>
    /// <param name="next">The token behind it.</param>
    /// <param name="monthNamed">Its month was named too.</param>
    public void RememberDay(int? day, int next, bool monthNamed) => (PreviousDay, PreviousEnd, PreviousMonthNamed) = (day, next, monthNamed);

    /// <summary>The last named time stands in the same sentence.</summary>
    public bool HasPreviousInSentence(int index) => Previous is not null && this[index].Sentence == PreviousSentence;

    /// <summary>Some word of the sentence speaks of the future.</summary>
    public bool SentenceLooksAhead(int index) => _futureSentences is { } future && future.Contains(this[index].Sentence);

    /// <summary>The sentence ends with a question mark.</summary>
    public bool IsQuestion(int index) => _questions is { } questions && questions.Contains(this[index].Sentence);

    /// <summary>The tense of the verb that an expression at the index goes with.</summary>
    public Tense TenseAt(int index) => Clauses.TenseAt(index);

    /// <summary>What an expression at the index names is to come, where its words alone could mean either.</summary>
    public bool IsAhead(int index) => TenseAt(index) switch
    {
        Tense.Ahead => true,
        Tense.Past or Tense.Perfect => IsArranged(index),

        // "a picture from Friday" is an old one.
        Tense.Present => !IsOfThing(index) && !Outlook.IsCause(this, index),
        Tense.None => SentenceLooksAhead(index) || (IsQuestion(index) && !IsOfThing(index)) || Expectations.Precede(this, index)
            || HanAspect.IsArranged(this, index)
            || (_exclaimed is { } sentences && sentences.Contains(this[index].Sentence) && Outlook.IsAnnounced(this, index)),
        _ => false,
    };

    // "got tickets for Friday", "was moved to Friday": done, for what is to come.
    private bool IsArranged(int index)
    {
        if (HanAspect.IsArranged(this, index) || Outlook.IsProvidedFor(this, index) || Expectations.Precede(this, index))
        {
            return true;
        }

        var to = Is(index - 1, TermKind.The) ? index - 2 : index - 1;
        if (Kind(to) is not (TermKind.For or TermKind.To))
        {
            return false;
        }

        for (var i = to - 1; i > to - 5 && this[i].Kind == TokenKind.Word; i--)
        {
            var word = Text.AsSpan(this[i].Start, this[i].Length);
            if (Is(to, TermKind.For) ? SenseWords.IsArrangement(word) : SenseWords.IsPutOff(word))
            {
                return true;
            }
        }

        return false;
    }

    // "a picture from Friday", but not "runs from Friday"
    public bool IsOfThing(int index)
    {
        var from = Is(index - 1, TermKind.The) ? index - 2 : index - 1;
        return Is(from, TermKind.From) && (Clauses.VerbAt(index) != from - 1 || Outlook.IsAftermath(this, from - 1));
    }

    /// <summary>Whether the words around an expression, in its sentence, say nothing more.</summary>
    public bool IsAlone(int from, int next)
    {
        for (var i = 0; i < Around; i++)
        {
            if (SaysMore(from - 1 - i, from) || SaysMore(next + i, from))
            {
                return false;
            }
        }

        return true;
    }

    private bool SaysMore(int at, int from) => this[at].Sentence == this[from].Sentence
        && (this[at].Kind == TokenKind.Han || this[at] is { Kind: TokenKind.Word, Term.Kind: TermKind.None });

    public bool IsPast(int index) => TenseAt(index) is Tense.Past or Tense.Perfect && !IsArranged(index);

    public TermKind Kind(int index) => this[index].Term.Kind;

    public bool Is(int index, TermKind kind) => this[index].Term.Kind == kind;

    public bool IsNumber(int index) => this[index].Kind == TokenKind.Number;

    public bool IsSymbol(int index, char symbol)
    {
        ref readonly var token = ref this[index];
        return token.Kind == TokenKind.Symbol && token.Value == symbol;
    }

    /// <summary>A symbol with no blank before it.</summary>
    public bool IsTightSymbol(int index, char symbol) => IsSymbol(index, symbol) && IsTight(index);

    /// <summary>No blank, and not the text's beginning, before the token.</summary>
    public bool IsTight(int index)
    {
        ref readonly var token = ref this[index];
        return token.Kind != TokenKind.Edge && !token.Has(TokenMarks.Spaced);
    }

    public bool IsHan(int index, char simplified)
    {
        ref readonly var token = ref this[index];
        return token.Kind == TokenKind.Han && token.Value == simplified;
    }

    public bool IsHanOf(int index, string simplified)
    {
        ref readonly var token = ref this[index];
        return token.Kind == TokenKind.Han && simplified.Contains((char)token.Value, StringComparison.Ordinal);
    }

    /// <summary>The Chinese word stands at the index.</summary>
    public bool IsHanWord(int index, string simplified)
    {
        for (var i = 0; i < simplified.Length; i++)
        {
            if (!IsHan(index + i, simplified[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The English word (without 's) stands at the index.</summary>
    public bool IsWord(int index, string word)
    {
        ref readonly var token = ref this[index];
        if (token.Kind != TokenKind.Word)
        {
            return false;
        }

        var length = token.Has(TokenMarks.Possessive) ? token.Length - 2 : token.Length;
        return Text.AsSpan(token.Start, length).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose()
    {
        ArrayPool<TimeToken>.Shared.Return(_tokens);
        _tokens = [];
        Count = 0;
    }
}
