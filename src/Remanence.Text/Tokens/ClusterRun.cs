using System.Text;

namespace Remanence.Text.Tokens;

/// <summary>
/// A run of a script without spaces between words, told as overlapping pairs of clusters and as parts: a cluster is a character with the vowels and marks
/// around it that no word leaves out. Where its words begin and end is not known, and need not be: the pairs of a word are the same wherever it stands.
/// </summary>
internal ref struct ClusterRun(Span<char> clusters, TermSink sink)
{
    /// <summary>What a buffer holds: two clusters.</summary>
    public const int Room = 2 * MaxCluster;

    // Four marks on a consonant are many; what is longer is not writing.
    private const int MaxCluster = 24;
    private const int SyllableFirst = 0xAC00;
    private const int SyllableLast = 0xD7A3;
    private readonly Span<char> _clusters = clusters;
    private readonly TermSink _sink = sink;
    private int _previous;
    private int _previousStart;
    private int _pending;
    private int _pendingStart;
    private int _pendingEnd;
    private int _marksFrom;
    private bool _isOpen;
    private bool _isPaired;

    public readonly bool IsEmpty => _pending == 0;

    /// <summary>A letter: a cluster of its own, unless what stands before it waits for one.</summary>
    /// <param name="rune">The letter.</param>
    /// <param name="isLeading">Whether it waits for the next.</param>
    /// <param name="start">Where it stands in the text.</param>
    /// <param name="end">Where it ends.</param>
    public void Add(Rune rune, bool isLeading, int start, int end)
    {
        if (TryCompose(rune))
        {
            _pendingEnd = end;
            return;
        }

        if (!_isOpen || _pending + 2 > MaxCluster)
        {
            Complete(isEnd: false);
            _pendingStart = start;
        }

        _isOpen = isLeading;
        _pending += rune.EncodeToUtf16(_clusters[(_previous + _pending)..]);
        _pendingEnd = end;
        _marksFrom = _pending;
    }

    /// <summary>A mark of the cluster before it. Marks are put in one order: keyboards and converters differ in theirs.</summary>
    public void AddMark(char mark, bool isJoiner, int start, int end)
    {
        if (_pending == 0)
        {
            Add(new Rune(mark), false, start, end);
            return;
        }

        _pendingEnd = end;
        _isOpen |= isJoiner;
        if (_pending == MaxCluster)
        {
            return;
        }

        var cluster = _clusters.Slice(_previous, ++_pending);
        var at = _pending - 1;
        for (; at > _marksFrom && cluster[at - 1] > mark; at--)
        {
            cluster[at] = cluster[at - 1];
        }

        cluster[at] = mark;
    }

    public void End()
    {
        Complete(isEnd: true);
        _previous = 0;
        _isPaired = false;
    }

    private void Complete(bool isEnd)
    {
        _isOpen = false;
        if (_pending == 0)
        {
            return;
        }

        var pending = _clusters.Slice(_previous, _pending);
        _sink(new IndexTerm(pending, isEnd && !_isPaired ? IndexTermKind.Word : IndexTermKind.Part, _pendingStart, _pendingEnd));
        if (_isPaired)
        {
            _sink(new IndexTerm(_clusters[..(_previous + _pending)], IndexTermKind.Word, _previousStart, _pendingEnd));
        }

        _isPaired = true;
        pending.CopyTo(_clusters);
        _previous = _pending;
        _previousStart = _pendingStart;
        _pending = 0;
    }

    // Hangul that is written letter by letter, as the syllables that others write (Unicode Standard, section 3.12).
    private readonly bool TryCompose(Rune rune)
    {
        if (_pending != 1 || rune.Value is < 0x1161 or > 0x11C2)
        {
            return false;
        }

        ref var last = ref _clusters[_previous];
        var composed = (last, rune.Value) switch
        {
            ( >= '\u1100' and <= '\u1112', <= 0x1175) => SyllableFirst + ((last - 0x1100) * 588) + ((rune.Value - 0x1161) * 28),
            ( >= (char)SyllableFirst and <= (char)SyllableLast, >= 0x11A8) when (last - SyllableFirst) % 28 == 0 => last + rune.Value - 0x11A7,
            _ => 0,
        };
        last = composed == 0 ? last : (char)composed;
        return composed != 0;
    }
}
