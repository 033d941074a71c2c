namespace Remanence.Models.Caching;

/// <summary>A SHA-256 of what was asked, and of whom.</summary>
internal readonly record struct ContentHash(UInt128 High, UInt128 Low);
