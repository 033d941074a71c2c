namespace Remanence.Hosting;

/// <summary>What a flow that failed answers over HTTP.</summary>
public enum FlowErrors
{
    /// <summary>Status 200, <c>success</c> false and the reason as the answer, as ReMe's clients expect.</summary>
    SuccessFalse,

    /// <summary>A problem document with its status.</summary>
    Status,
}
