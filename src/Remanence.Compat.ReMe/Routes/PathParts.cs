using System.Globalization;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>A path within a value, such as <c>[3].time</c>, as FastAPI writes it: names and indexes.</summary>
internal static class PathParts
{
    public static IEnumerable<object> Of(string path) => path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (object)index : part);
}
