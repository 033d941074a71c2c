namespace Remanence.Privacy.Detection;

/// <summary>A part of a text that must not be kept.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Kind">Of <see cref="PrivacyKinds"/>, or <see cref="Markers.Pattern"/>.</param>
internal readonly record struct PrivateSpan(int Start, int End, string Kind);
