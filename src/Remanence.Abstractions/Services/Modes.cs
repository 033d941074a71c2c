namespace Remanence.Services;

/// <summary>How an answer came about.</summary>
public static class Modes
{
    /// <summary>Without a chat model: what was said is kept and searched as it was said.</summary>
    public const string Verbatim = "verbatim";

    /// <summary>With a chat model's extraction, which is done.</summary>
    public const string Inferred = "inferred";
}
