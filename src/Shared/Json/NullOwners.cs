using System.Text.Json;

namespace Remanence.Json;

// Finds an owner that is null in a line of an export. It may stand for a name that a program did not have, and would make what is one person's everybody's.
internal static class NullOwners
{
    private static readonly string[] Memories = ["memory.", "history.before.", "history.after."];
    private static readonly string[] Scopes = ["resource.scope.", "category.scope."];
    private static readonly string[] Owners = ["user", "agent", "session"];

    private static readonly HashSet<string> Places = new(
        Memories.SelectMany(place => Owners.Select(owner => $"{place}{owner}_id")).Concat(Scopes.SelectMany(place => Owners.Select(owner => place + owner))),
        StringComparer.Ordinal);

    // Where one stands; null: there is none.
    public static string? Find(ReadOnlySpan<byte> json, int maxDepth)
    {
        // No owner lies deeper.
        var path = new string[4];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
        {
            var depth = reader.CurrentDepth;
            if (depth >= path.Length)
            {
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                path[depth] = reader.GetString()!;
            }
            else if (reader.TokenType == JsonTokenType.Null && depth > 0 && string.Join('.', path[1..(depth + 1)]) is var place && Places.Contains(place))
            {
                return place;
            }
        }

        return null;
    }
}
