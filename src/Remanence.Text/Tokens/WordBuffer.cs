using System.Text;

namespace Remanence.Text.Tokens;

/// <summary>
/// The word that is being read. A sign that stands for letters (20㎡, H₂O, word¹) is a piece of its own: the word is told in pieces, and joined.
/// </summary>
internal ref struct WordBuffer(Span<char> letters, TermSink sink)
{
    // Longer runs of letters are not words; they are indexed by their beginning.
    public const int MaxTerm = 64;

    /// <summary>What a buffer holds: stemming may add two letters.</summary>
    public const int Room = MaxTerm + 2;

    private readonly Span<char> _letters = letters;
    private readonly TermSink _sink = sink;
    private int _length;
    private int _start;
    private int _end;
    private int _pieceFrom;
    private int _pieceStart;
    private int _pieces;

    public readonly bool IsEmpty => _length == 0;

    public void Append(char c, int start, int end)
    {
        Begin(start, end);
        if (_length < MaxTerm)
        {
            _letters[_length++] = c;
        }
    }

    public void Append(Rune rune, int start, int end)
    {
        Begin(start, end);
        if (_length + rune.Utf16SequenceLength <= MaxTerm)
        {
            _length += rune.EncodeToUtf16(_letters[_length..]);
        }
    }

    /// <summary>What was passed over belongs to the word as it is written.</summary>
    public void Cover(int end) => _end = _length > 0 ? end : _end;

    /// <summary>Ends a piece; the word goes on.</summary>
    public void EndPiece()
    {
        if (_length > _pieceFrom)
        {
            TellCopy(_pieceFrom, _pieceStart);
            _pieces++;
            _pieceFrom = _length;
        }
    }

    public void End()
    {
        if (_length == 0)
        {
            return;
        }

        if (_pieces == 0)
        {
            Tell(_letters, _length, _start);
        }
        else
        {
            EndPiece();
            if (_pieces > 1)
            {
                TellCopy(0, _start);
            }
        }

        _length = _pieceFrom = _pieces = 0;
    }

    private void Begin(int start, int end)
    {
        if (_length == 0)
        {
            _start = start;
        }

        if (_length == _pieceFrom)
        {
            _pieceStart = start;
        }

        _end = end;
    }

    // Stemming writes over the letters, which are still needed here.
    private readonly void TellCopy(int from, int start)
    {
        Span<char> copy = stackalloc char[Room];
        var piece = _letters[from.._length];
        piece.CopyTo(copy);
        Tell(copy, piece.Length, start);
    }

    private readonly void Tell(Span<char> word, int length, int start)
    {
        var end = _end;
        if (length > 2 && word[length - 2] == '\'' && word[length - 1] == 's')
        {
            length -= 2;
            end -= 2;
        }

        var stemmed = Ascii.IsValid(word[..length]) && !word[..length].ContainsAnyInRange('0', '9') ? EnglishStemmer.Stem(word, length) : length;
        _sink(new IndexTerm(word[..stemmed], IndexTermKind.Word, start, end));
    }
}
