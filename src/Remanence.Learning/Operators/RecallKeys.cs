using Remanence.Flows;
using Remanence.Flows.Slots;
using Remanence.Json;

namespace Remanence.Operators;

/// <summary>The text that is searched for: of the field that <c>recall_key</c> names.</summary>
internal static class RecallKeys
{
    /// <exception cref="InvalidRequestException">It is empty where it must not be.</exception>
    public static string Read(FlowContext context, string key, string query, bool mayBeEmpty = false)
    {
        var text =
            key == BaseSlots.Query.Name ? query
            : context.Inputs.TryGetValue(key, out var field) ? JsonMembers.AnyText(field, key)
            : string.Empty;
        return !string.IsNullOrWhiteSpace(text) ? text
            : mayBeEmpty ? string.Empty
            : throw new InvalidRequestException(key, $"{key} is empty: say what to look for.");
    }
}
