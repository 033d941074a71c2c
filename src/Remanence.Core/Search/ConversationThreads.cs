using System.Runtime.InteropServices;
using Remanence.Memories;

namespace Remanence.Search;

/// <summary>
/// Who stands beside whom: the messages of one scope in the order in which they were said, cut into episodes where the conversation paused, and
/// the passages of one document. Not thread-safe.
/// </summary>
internal sealed class ConversationThreads
{
    private const int None = -1;

    // A conversation taken up again after this long is another one.
    private static readonly long Pause = TimeSpan.FromHours(6).Ticks;

    private readonly Dictionary<(Scope, string?), List<int>> _threads = [];
    private readonly List<List<int>?> _threadOf = [];
    private readonly List<int> _previous = [];
    private readonly List<int> _next = [];
    private readonly List<int> _episodes = [];
    private readonly List<long> _times = [];

    /// <summary>The row said before, or −1.</summary>
    public ReadOnlySpan<int> Previous => CollectionsMarshal.AsSpan(_previous);

    /// <summary>The row said after, or −1.</summary>
    public ReadOnlySpan<int> Next => CollectionsMarshal.AsSpan(_next);

    /// <summary>The episode's number, or −1.</summary>
    public ReadOnlySpan<int> Episodes => CollectionsMarshal.AsSpan(_episodes);

    public int EpisodeCount { get; private set; }

    /// <summary>Places the next row.</summary>
    public void Add(Memory memory)
    {
        var row = _previous.Count;
        _previous.Add(None);
        _next.Add(None);
        _episodes.Add(None);
        _times.Add(memory.ObservedAt.UtcTicks);
        if (KeyOf(memory) is not { } key)
        {
            _threadOf.Add(null);
            return;
        }

        if (!_threads.TryGetValue(key, out var thread))
        {
            _threads.Add(key, thread = []);
        }

        _threadOf.Add(thread);
        var place = PlaceOf(thread, _times[row]);
        thread.Insert(place, row);
        var before = place > 0 && Joins(thread[place - 1], row) ? thread[place - 1] : None;
        var after = place + 1 < thread.Count && Joins(row, thread[place + 1]) ? thread[place + 1] : None;
        if (before != None)
        {
            _previous[row] = before;
            _next[before] = row;
        }

        if (after != None)
        {
            _next[row] = after;
            _previous[after] = row;
        }

        _episodes[row] = before != None ? _episodes[before] : after != None ? _episodes[after] : EpisodeCount++;
    }

    /// <summary>Puts the next row where another stands: the same message, changed.</summary>
    /// <param name="replaced">The other row; it belongs to no thread afterwards.</param>
    /// <param name="memory">The memory in its new state; its scope is as before.</param>
    public void Replace(int replaced, Memory memory)
    {
        if (_threadOf[replaced] is not { } thread || KeyOf(memory) is null || _times[replaced] != memory.ObservedAt.UtcTicks)
        {
            Remove(replaced);
            Add(memory);
            return;
        }

        var row = _previous.Count;
        thread[PlaceOf(thread, replaced)] = row;
        _previous.Add(_previous[replaced]);
        _next.Add(_next[replaced]);
        _episodes.Add(_episodes[replaced]);
        _times.Add(_times[replaced]);
        _threadOf.Add(thread);
        _threadOf[replaced] = null;
        if (_previous[row] != None)
        {
            _next[_previous[row]] = row;
        }

        if (_next[row] != None)
        {
            _previous[_next[row]] = row;
        }

        _previous[replaced] = _next[replaced] = None;
    }

    /// <summary>Lets a row's neighbours stand beside each other.</summary>
    public void Remove(int row)
    {
        if (_threadOf[row] is { } thread)
        {
            thread.RemoveAt(PlaceOf(thread, row));
            _threadOf[row] = null;
        }

        var (before, after) = (_previous[row], _next[row]);
        if (before != None)
        {
            _next[before] = after;
        }

        if (after != None)
        {
            _previous[after] = before;
        }

        _previous[row] = _next[row] = None;
    }

    private static (Scope, string?)? KeyOf(Memory memory) => memory.Kind switch
    {
        MemoryKinds.Message => (memory.Scope, null),
        MemoryKinds.Knowledge when memory.Sources.Count == 1 => (memory.Scope, memory.Sources[0].ResourceId),
        _ => null,
    };

    private bool Joins(int earlier, int later) => _times[later] - _times[earlier] <= Pause;

    // Equal times stand together, so the row is found by walking back over them.
    private int PlaceOf(List<int> thread, int row)
    {
        var place = PlaceOf(thread, _times[row]) - 1;
        while (thread[place] != row)
        {
            place--;
        }

        return place;
    }

    // Nearly every message comes last; of equal times, the later arrival stands later.
    private int PlaceOf(List<int> thread, long time)
    {
        if (thread.Count == 0 || _times[thread[^1]] <= time)
        {
            return thread.Count;
        }

        var low = 0;
        var high = thread.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_times[thread[middle]] <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
