namespace Remanence.ConformanceTests.Models;

/// <summary>What a model is asked for.</summary>
public enum ModelKind
{
    /// <summary>To say something.</summary>
    Chat,

    /// <summary>A text's vector.</summary>
    Embeddings,

    /// <summary>How well texts answer.</summary>
    Reranking,

    /// <summary>What is said in a recording.</summary>
    Speech,
}
