namespace Remanence.Tests.Flows;

/// <summary>Tests that listen to the process, and those that need that nobody listens.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideTelemetry
{
    public const string Name = "flow telemetry";
}
