using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.ConformanceTests.Models;

/// <summary>A provider of models, and how a scripted endpoint is one of its own.</summary>
public abstract class ModelProviderFixture
{
    /// <summary>The provider; the same for the whole test.</summary>
    public abstract ModelProvider Provider { get; }

    /// <summary>What it serves.</summary>
    public abstract IReadOnlyList<ModelKind> Kinds { get; }

    /// <summary>Whether its models are asked over HTTP, so that what can go wrong on a wire goes wrong for it.</summary>
    public virtual bool IsRemote => true;

    /// <summary>Has the endpoint answer as a healthy one of this provider's does, each call with what it was asked where that is a chat.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public virtual void Script(ModelEndpoint endpoint)
    {
    }

    /// <summary>Where the provider finds the endpoint: its address, and parameters that it cannot do without.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="kind">What is asked for; one of <see cref="Kinds"/>.</param>
    public abstract Uri Address(ModelEndpoint endpoint, ModelKind kind);
}
