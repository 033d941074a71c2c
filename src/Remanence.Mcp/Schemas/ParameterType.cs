namespace Remanence.Mcp.Schemas;

/// <summary>What a parameter of a tool is.</summary>
internal enum ParameterType
{
    Text,
    Time,
    Integer,
    Number,
    Flag,
    Texts,
    Object,
    Objects,
}
