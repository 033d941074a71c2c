using Remanence.Memories;
using Remanence.Text.Time;

namespace Remanence.Ingest;

/// <summary>What a text speaks about in time, counted from when it was said.</summary>
internal static class EventTimes
{
    // A time is named near the beginning or not at all; a pasted book is not read to its end for it.
    private const int ReadLength = 4_000;

    /// <summary>
    /// The first time named that is one stretch of time: neither a habit nor open on a side; null when there is none. <see cref="SpokenTime"/> tells habits too.
    /// </summary>
    public static EventTime? Of(string content, DateTimeOffset saidAt)
    {
        foreach (var mention in TimeExpressions.Find(content.Length > ReadLength ? content[..ReadLength] : content, saidAt))
        {
            if (!mention.Recurring && mention.Precision != TimePrecision.Open)
            {
                return new EventTime(mention.Interval, mention.Precision);
            }
        }

        return null;
    }
}
