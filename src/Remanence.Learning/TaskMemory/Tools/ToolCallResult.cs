using System.Text.Json;
using Remanence.Json;

namespace Remanence.TaskMemory.Tools;

/// <summary>What one call of a tool gave.</summary>
internal sealed record ToolCallResult
{
    /// <summary>When it was called, as the agent writes it.</summary>
    public string CreateTime { get; init; } = "";

    /// <summary>The tool.</summary>
    public string ToolName { get; init; } = "";

    /// <summary>What it was given: an object, or a text.</summary>
    public JsonElement Input { get; init; } = JsonBuild.Text("");

    /// <summary>What came back.</summary>
    public string Output { get; init; } = "";

    /// <summary>Tokens; negative: not known.</summary>
    public long TokenCost { get; init; } = -1;

    /// <summary>Whether the call itself went well.</summary>
    public bool Success { get; init; } = true;

    /// <summary>Seconds.</summary>
    public double TimeCost { get; init; }

    /// <summary>What the call did, in short.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How useful the result was, in words.</summary>
    public string Evaluation { get; init; } = "";

    /// <summary>How useful the result was, 0 or 1.</summary>
    public double Score { get; init; }

    /// <summary>Whether the tool's guide knows it.</summary>
    public bool IsSummarized { get; init; }

    /// <summary>Equal for equal input and output; see <see cref="CallHash"/>.</summary>
    public string CallHash { get; init; } = "";

    /// <summary>The agent's own object.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>The input as text.</summary>
    public string InputText => Input.ValueKind == JsonValueKind.String ? Input.GetString()! : PythonJson.Write(Input);
}
