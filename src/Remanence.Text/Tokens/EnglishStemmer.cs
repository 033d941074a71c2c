namespace Remanence.Text.Tokens;

/// <summary>
/// The English (Porter2) stemmer as published by M. F. Porter at snowballstem.org: endings are taken off so that "hiking", "hikes" and "hiked" meet.
/// Works in place on lower-case ASCII words.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    private static readonly HashSet<string> Invariant = new(StringComparer.Ordinal)
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ExceptionsBySpan = Exceptions.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InvariantBySpan = Invariant.GetAlternateLookup<ReadOnlySpan<char>>();

    // Longest first, as the definition asks for the longest ending.
    private static readonly (string Ending, string Replacement)[] Step2Endings =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"),
        ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
        ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Ending, string Replacement)[] Step3Endings =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4Endings =
    [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic",
    ];

    /// <summary>Stems a word in its buffer, which needs one character of room after the word.</summary>
    /// <param name="buffer">The word, then room.</param>
    /// <param name="length">The word's length.</param>
    /// <returns>The stem's length.</returns>
    public static int Stem(Span<char> buffer, int length)
    {
        if (length <= 2)
        {
            return length;
        }

        if (ExceptionsBySpan.TryGetValue(buffer[..length], out var exception))
        {
            exception.CopyTo(buffer);
            return exception.Length;
        }

        var word = new Word(buffer, length);
        word.MarkConsonantY();
        word.FindRegions();
        Step1A(ref word);
        if (!InvariantBySpan.Contains(word.Text))
        {
            Step1B(ref word);
            Step1C(ref word);
            Step2(ref word);
            Step3(ref word);
            Step4(ref word);
            Step5(ref word);
        }

        word.UnmarkY();
        return word.Length;
    }

    private static void Step1A(ref Word word)
    {
        if (word.EndsWith("sses"))
        {
            word.Length -= 2;
        }
        else if (word.EndsWith("ied") || word.EndsWith("ies"))
        {
            word.Length -= word.Length > 4 ? 2 : 1;
        }
        else if (word.EndsWith("s") && !word.EndsWith("us") && !word.EndsWith("ss") && word.HasVowelBefore(word.Length - 2))
        {
            word.Length--;
        }
    }

    private static void Step1B(ref Word word)
    {
        if (word.EndsWith("eedly") || word.EndsWith("eed"))
        {
            var ending = word.EndsWith("eedly") ? 5 : 3;
            if (word.Length - ending >= word.R1)
            {
                word.Length -= ending - 2;
            }

            return;
        }

        var cut = word.EndsWith("ingly") ? 5 : word.EndsWith("edly") ? 4 : word.EndsWith("ing") ? 3 : word.EndsWith("ed") ? 2 : 0;
        if (cut == 0 || !word.HasVowelBefore(word.Length - cut))
        {
            return;
        }

        word.Length -= cut;
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            word.Append('e');
        }
        else if (word.EndsWithDouble())
        {
            word.Length--;
        }
        else if (word.IsShort())
        {
            word.Append('e');
        }
    }

    private static void Step1C(ref Word word)
    {
        if (word.Length > 2 && word.Text[^1] is ('y' or 'Y') && !Word.IsVowel(word.Text[^2]))
        {
            word.SetLast('i');
        }
    }

    private static void Step2(ref Word word)
    {
        foreach (var (ending, replacement) in Step2Endings)
        {
            if (!word.EndsWith(ending))
            {
                continue;
            }

            var start = word.Length - ending.Length;
            var allowed = ending switch
            {
                "ogi" => start > 0 && word.Text[start - 1] == 'l',
                "li" => start > 0 && "cdeghkmnrt".Contains(word.Text[start - 1], StringComparison.Ordinal),
                _ => true,
            };
            if (start >= word.R1 && allowed)
            {
                word.ReplaceEnd(ending.Length, replacement);
            }

            return;
        }
    }

    private static void Step3(ref Word word)
    {
        foreach (var (ending, replacement) in Step3Endings)
        {
            if (!word.EndsWith(ending))
            {
                continue;
            }

            var start = word.Length - ending.Length;
            if (start >= (ending == "ative" ? word.R2 : word.R1))
            {
                word.ReplaceEnd(ending.Length, replacement);
            }

            return;
        }
    }

    private static void Step4(ref Word word)
    {
        foreach (var ending in Step4Endings)
        {
            if (!word.EndsWith(ending))
            {
                continue;
            }

            var start = word.Length - ending.Length;
            if (start >= word.R2 && (ending != "ion" || (start > 0 && word.Text[start - 1] is ('s' or 't'))))
            {
                word.Length = start;
            }

            return;
        }
    }

    private static void Step5(ref Word word)
    {
        var last = word.Length - 1;
        if (word.EndsWith("e") && (last >= word.R2 || (last >= word.R1 && !word.EndsInShortSyllable(last))))
        {
            word.Length--;
        }
        else if (word.EndsWith("ll") && last >= word.R2)
        {
            word.Length--;
        }
    }

    private ref struct Word(Span<char> buffer, int length)
    {
        private readonly Span<char> _buffer = buffer;

        public int Length { get; set; } = length;

        public int R1 { get; private set; }

        public int R2 { get; private set; }

        public readonly ReadOnlySpan<char> Text => _buffer[..Length];

        public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

        public readonly bool EndsWith(ReadOnlySpan<char> ending) => Text.EndsWith(ending, StringComparison.Ordinal);

        // A y at the start or after a vowel is a consonant, written Y until the end.
        public readonly void MarkConsonantY()
        {
            for (var i = 0; i < Length; i++)
            {
                if (_buffer[i] == 'y' && (i == 0 || IsVowel(_buffer[i - 1])))
                {
                    _buffer[i] = 'Y';
                }
            }
        }

        public readonly void UnmarkY() => _buffer[..Length].Replace('Y', 'y');

        public void FindRegions()
        {
            R1 = Text.StartsWith("gener") || Text.StartsWith("arsen") ? 5 : Text.StartsWith("commun") ? 6 : RegionAfter(0);
            R2 = RegionAfter(R1);
        }

        public readonly bool HasVowelBefore(int end)
        {
            for (var i = 0; i < end; i++)
            {
                if (IsVowel(_buffer[i]))
                {
                    return true;
                }
            }

            return false;
        }

        public readonly bool EndsWithDouble() =>
            Length >= 2 && _buffer[Length - 1] == _buffer[Length - 2] && "bdfgmnprt".Contains(_buffer[Length - 1], StringComparison.Ordinal);

        public readonly bool IsShort() => R1 >= Length && EndsInShortSyllable(Length);

        /// <summary>
        /// Whether the characters before <paramref name="end"/> close a short syllable: consonant, vowel, consonant but w, x, Y; or vowel, consonant at the
        /// start.
        /// </summary>
        public readonly bool EndsInShortSyllable(int end)
        {
            if (end == 2)
            {
                return IsVowel(_buffer[0]) && !IsVowel(_buffer[1]);
            }

            return end >= 3
                && !IsVowel(_buffer[end - 1])
                && _buffer[end - 1] is not ('w' or 'x' or 'Y')
                && IsVowel(_buffer[end - 2])
                && !IsVowel(_buffer[end - 3]);
        }

        public void Append(char c)
        {
            _buffer[Length] = c;
            Length++;
        }

        public readonly void SetLast(char c) => _buffer[Length - 1] = c;

        public void ReplaceEnd(int endingLength, string replacement)
        {
            Length -= endingLength;
            replacement.CopyTo(_buffer[Length..]);
            Length += replacement.Length;
        }

        private readonly int RegionAfter(int start)
        {
            for (var i = start + 1; i < Length; i++)
            {
                if (!IsVowel(_buffer[i]) && IsVowel(_buffer[i - 1]))
                {
                    return i + 1;
                }
            }

            return Length;
        }
    }
}
