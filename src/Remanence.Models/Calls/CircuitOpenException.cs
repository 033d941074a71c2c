namespace Remanence.Models.Calls;

/// <summary>Marks a failure that no endpoint gave: the call was not made. Another try at once would not be made either.</summary>
internal sealed class CircuitOpenException() : Exception("The endpoint's circuit is open.");
