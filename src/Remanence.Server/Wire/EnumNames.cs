using System.Text.Json;
using Remanence.Diagnostics;

namespace Remanence.Server.Wire;

/// <summary>An enum's names on the wire, in snake case.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly (string Name, T Value)[] Values =
        [.. Enum.GetValues<T>().Select(value => (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), value))];

    public static T Parse(JsonElement value, Field field) => Parse(JsonFields.Text(value, field), field);

    public static T Parse(string text, Field field)
    {
        foreach (var (name, value) in Values)
        {
            if (name == text)
            {
                return value;
            }
        }

        throw new InvalidRequestException(
            field.ToString(), $"{field} is {Printable.Show(text)}; it must be one of {string.Join(", ", Values.Select(value => value.Name))}.");
    }
}
