namespace Remanence.Stores;

/// <summary>Part of a list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="NextCursor">Where to go on; null: the list ends here.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
