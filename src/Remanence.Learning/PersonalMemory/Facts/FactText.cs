using System.Text;
using Remanence.Text.Folding;

namespace Remanence.PersonalMemory.Facts;

/// <summary>Texts as they are compared: without case, marks, width, and what stands between words.</summary>
internal static class FactText
{
    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                gap = normal.Length > 0;
                continue;
            }

            // A mark vanishes.
            if (CharacterFolding.Fold(c) is not '\0' and var folded)
            {
                normal.Append(gap ? " " : null).Append(folded);
                gap = false;
            }
        }

        return normal.ToString();
    }
}
