using System.Buffers;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Reading;

/// <summary>The tokens of one text, with what the grammars ask about them.</summary>
internal sealed class TokenStream : IDisposable
{
    private static readonly TimeToken Edge;

    private TimeToken[] _tokens = ArrayPool<TimeToken>.Shared.Rent(64);
    private HashSet<int>? _futureSentences;

    public TokenStream(string text, TimeContext context)
    {
        Text = text;
        Context = context;
    }

    public string Text { get; }

    public TimeContext Context { get; }

    public int Count { get; private set; }

    /// <summary>The stretch of time that was named last, from which "the next day" counts.</summary>
    public LocalSpan? Previous { get; private set; }

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

    public void Remember(LocalSpan span, int index) => (Previous, PreviousSentence) = (span, this[index].Sentence);

    /// <summary>The last named time stands in the same sentence.</summary>
    public bool HasPreviousInSentence(int index) => Previous is not null && this[index].Sentence == PreviousSentence;

    public bool SpeaksOfFuture(int index) => _futureSentences is { } future && future.Contains(this[index].Sentence);

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
