using Remanence.Flows;
using Remanence.Models;
using Remanence.Models.Profiles;

namespace Remanence;

/// <summary>The models that there are, and the flows that use them. Default: no model, and the flows that come with Remanence. Immutable.</summary>
public sealed record ModelsAndFlowsOptions
{
    /// <summary>Models of every kind, each with its whole name, such as <c>llm.default</c>.</summary>
    public IReadOnlyList<ModelProfile> Models { get; init; } = [];

    /// <summary>Caches and budgets of models.</summary>
    public ModelCatalogOptions? Limits { get; init; }

    /// <summary>Flows besides those that come with Remanence, or in the place of those of the same name.</summary>
    public IReadOnlyList<FlowDefinition> Flows { get; init; } = [];

    /// <summary>How operators of the flows are set up.</summary>
    public IReadOnlyList<OperatorConfiguration> Operators { get; init; } = [];

    /// <summary>The only flows that are offered; empty: all.</summary>
    public IReadOnlyList<string> EnabledFlows { get; init; } = [];

    /// <summary>Flows that are not offered, unless <see cref="EnabledFlows"/> says which are.</summary>
    public IReadOnlyList<string> DisabledFlows { get; init; } = [];

    /// <summary>Flows that a surface has of its own, which the two lists may name as well.</summary>
    public IReadOnlyList<string> OtherFlows { get; init; } = [];

    /// <summary>The language of prompts, en or zh; null: that of the input.</summary>
    public string? Language { get; init; }

    internal bool HasChat => Models.Any(model => model.IsChat);

    /// <summary>Whether a flow is offered.</summary>
    /// <param name="flow">Its name.</param>
    public bool Offers(string flow) =>
        EnabledFlows.Count > 0 ? EnabledFlows.Contains(flow, StringComparer.Ordinal) : !DisabledFlows.Contains(flow, StringComparer.Ordinal);
}
