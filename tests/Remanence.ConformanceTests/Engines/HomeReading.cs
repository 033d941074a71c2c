namespace Remanence.ConformanceTests.Engines;

/// <summary>Who finds where somebody lives.</summary>
public enum HomeReading
{
    /// <summary>Rules.</summary>
    Rules,

    /// <summary>A model that names the attribute, by which rules settle it.</summary>
    Model,

    /// <summary>A model that names none: only comparing two facts tells that they exclude each other.</summary>
    ComparingModel,
}
