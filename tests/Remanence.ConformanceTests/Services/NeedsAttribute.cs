namespace Remanence.ConformanceTests.Services;

/// <summary>What a suite asks of a service beyond the small contract: who implements all of it is held to the suite.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(params Type[] capabilities) : Attribute
{
    public IReadOnlyList<Type> Capabilities { get; } = capabilities;
}
