namespace Remanence.Configuration.Tree;

/// <summary>What a node of the tree is.</summary>
public enum NodeKind
{
    /// <summary>A single value.</summary>
    Value,

    /// <summary>A list.</summary>
    List,

    /// <summary>Names, each with a node.</summary>
    Map,
}
