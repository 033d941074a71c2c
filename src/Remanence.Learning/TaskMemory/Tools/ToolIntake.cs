using Remanence.Memories;

namespace Remanence.TaskMemory.Tools;

/// <summary>What became of one tool's calls.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Memory">Its memory as it is now.</param>
/// <param name="IsNew">Whether it was not known before.</param>
/// <param name="Given">How many calls came.</param>
/// <param name="Added">How many of them were new.</param>
internal sealed record ToolIntake(string Tool, Memory Memory, bool IsNew, int Given, int Added);
