namespace Remanence.Stores.Filters;

/// <summary>Comparisons inside metadata.</summary>
public enum MetadataOperator
{
    /// <summary>Equal.</summary>
    Eq,

    /// <summary>Equal to one of several.</summary>
    In,

    /// <summary>Greater.</summary>
    Gt,

    /// <summary>Greater or equal.</summary>
    Gte,

    /// <summary>Less.</summary>
    Lt,

    /// <summary>Less or equal.</summary>
    Lte,
}
