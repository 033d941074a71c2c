using Remanence.Memories;

namespace Remanence.Json;

/// <summary>An event time as JSON.</summary>
/// <param name="Start">The first instant inside.</param>
/// <param name="End">The first instant after.</param>
/// <param name="Precision">How exactly it was named.</param>
public sealed record EventTimeDocument(DateTimeOffset Start, DateTimeOffset End, TimePrecision Precision);
