namespace Remanence.Text.Folding;

/// <summary>Texts without NUL characters, which no store keeps: for what a model wrote. What a caller sends is refused instead.</summary>
public static class NulText
{
    private const string Escape = @"\u0000";

    /// <summary>The text without NUL characters.</summary>
    public static string TakeOut(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>Takes the escapes of NUL out of a JSON text, and leaves a backslash that is followed by the same letters.</summary>
    public static string TakeOutEscapes(string json)
    {
        for (var at = json.IndexOf(Escape, StringComparison.Ordinal); at >= 0; at = json.IndexOf(Escape, at, StringComparison.Ordinal))
        {
            var backslashes = 0;
            while (at > backslashes && json[at - backslashes - 1] == '\\')
            {
                backslashes++;
            }

            if (backslashes % 2 == 0)
            {
                json = json.Remove(at, Escape.Length);
            }
            else
            {
                at++;
            }
        }

        return json;
    }
}
