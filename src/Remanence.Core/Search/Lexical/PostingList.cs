namespace Remanence.Search.Lexical;

/// <summary>The passages that hold a term, ascending, with how often each holds it (255 at most).</summary>
internal sealed class PostingList
{
    private int[] _passages = new int[2];
    private byte[] _frequencies = new byte[2];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Passages => _passages.AsSpan(0, Count);

    public ReadOnlySpan<byte> Frequencies => _frequencies.AsSpan(0, Count);

    public void Add(int passage, int frequency)
    {
        if (Count == _passages.Length)
        {
            var size = Count + Math.Max(2, Count / 2);
            Array.Resize(ref _passages, size);
            Array.Resize(ref _frequencies, size);
        }

        _passages[Count] = passage;
        _frequencies[Count++] = (byte)Math.Min(frequency, byte.MaxValue);
    }
}
