using Remanence.Memories;

namespace Remanence.Search;

/// <summary>A time that a query names.</summary>
/// <param name="Text">The words.</param>
/// <param name="Interval">What they mean.</param>
/// <param name="Recurring">They ask about such days at large ("on Mondays"); the interval is then the latest.</param>
internal sealed record QueryTime(string Text, TimeInterval Interval, bool Recurring = false);
