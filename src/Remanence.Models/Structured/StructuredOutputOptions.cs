using Microsoft.Extensions.AI;
using Remanence.Models.Prompts;

namespace Remanence.Models.Structured;

/// <summary>How a structured answer is asked for.</summary>
/// <typeparam name="T">What the answer is read as.</typeparam>
public sealed record StructuredOutputOptions<T>
{
    /// <summary>What goes with the request; its response format is chosen by the call. Not changed.</summary>
    public ChatOptions? Chat { get; init; }

    /// <summary>How often the model may try again after an answer that can't be used. Default 1; below zero is zero.</summary>
    public int MaxRepairs { get; init; } = 1;

    /// <summary>Judges an answer of the right shape: null when it will do, else what is wrong with it, in words for the model.</summary>
    public Func<T, string?>? Validate { get; init; }

    /// <summary>The language of what is added to the request. Default English.</summary>
    public PromptLanguage Language { get; init; }
}
