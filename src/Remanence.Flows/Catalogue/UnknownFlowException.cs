using Remanence.Diagnostics;

namespace Remanence.Flows.Catalogue;

/// <summary>There is no flow of this name, or it is disabled.</summary>
public sealed class UnknownFlowException : RemanenceException
{
    internal UnknownFlowException(string flow, string? nearest)
        : base($"there is no flow {Printable.Show(flow)}; {(nearest is null ? "the catalogue lists those there are" : $"did you mean {nearest}?")}") =>
        Flow = flow;

    /// <summary>The name that was asked for.</summary>
    public string Flow { get; }
}
