using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Remanence.Json;

namespace Remanence.TaskMemory.Tools;

/// <summary>By which ReMe knows a call again: the MD5 of its input, as Python writes it with sorted keys, a bar, and its output.</summary>
internal static class CallHash
{
    [SuppressMessage("Security", "CA5351", Justification = "ReMe's stores hold this hash; it guards nothing.")]
    public static string Of(ToolCallResult result)
    {
        var input = result.Input.ValueKind == JsonValueKind.String ? result.Input.GetString()! : PythonJson.WriteCanonical(result.Input);
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{input}|{result.Output}")));
    }
}
