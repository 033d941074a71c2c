namespace Remanence.Sqlite.Tests;

/// <summary>Half of the rounds; the halves run side by side.</summary>
public sealed class JobKillTestsOne() : JobKillTests(1);
