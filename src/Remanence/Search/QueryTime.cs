using Remanence.Memories;

namespace Remanence.Search;

/// <summary>A time that a query names.</summary>
/// <param name="Text">The words.</param>
/// <param name="Interval">What they mean.</param>
internal sealed record QueryTime(string Text, TimeInterval Interval);
