using Remanence.Memories;

namespace Remanence.Evaluation.Times;

/// <summary>An interval drawn for reading.</summary>
/// <param name="Said">When the message was said.</param>
/// <param name="Start">The first instant inside.</param>
/// <param name="End">The first instant after.</param>
/// <param name="Precision">How exactly it was named.</param>
/// <param name="Text">The message.</param>
internal sealed record DrawnTime(DateTimeOffset Said, DateTimeOffset Start, DateTimeOffset End, TimePrecision Precision, string Text);
