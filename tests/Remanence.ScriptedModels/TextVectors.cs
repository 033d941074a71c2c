using System.Security.Cryptography;
using System.Text;

namespace Remanence.ScriptedModels;

/// <summary>
/// Vectors that a test can count on: of unit length, the same for the same text in every process, near each other for texts that share words. Each word has a
/// direction from its hash; a text is their sum.
/// </summary>
public static class TextVectors
{
    /// <summary>The vector of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dimensions">How many numbers.</param>
    /// <param name="space">Which model: vectors of different spaces are unrelated.</param>
    public static float[] Of(string text, int dimensions = 32, int space = 0)
    {
        var sum = new float[dimensions];
        var words = text.ToLowerInvariant().Split([' ', '.', ',', '?', '!', '\n'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Length > 0 ? words : [text])
        {
            Add(sum, word, space);
        }

        var length = MathF.Sqrt(sum.Sum(number => number * number));
        return length > 0 ? [.. sum.Select(number => number / length)] : sum;
    }

    private static void Add(float[] sum, string word, int space)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            if (i % 8 == 0)
            {
                var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{space}|{i / 8}|{word}"));
                for (var j = 0; j < 8 && i + j < sum.Length; j++)
                {
                    sum[i + j] += BitConverter.ToInt32(hash, j * sizeof(int)) / (float)int.MaxValue;
                }
            }
        }
    }
}
