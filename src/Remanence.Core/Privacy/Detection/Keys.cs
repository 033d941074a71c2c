using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Detection;

/// <summary>Keys by their form (private key blocks, tokens with the prefixes of well-known issuers), and what is called a password, a PIN or a key.</summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal sealed partial class Keys : Detector
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "-----BEGIN", "sk-", "sk_", "pk_", "rk_", "whsec_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "AKIA", "ASIA", "AIza",
            "ya29.",
            "hf_", "npm_", "pypi-", "dckr_pat_", "SG.", "eyJ", "AGE-SECRET-KEY-", "LTAI", "AKID",
        ],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Labels = Words(
        "passw", "pass w", "passcode", "passphrase", "pass phrase", "pwd", "pin", "key", "token", "secret", "bearer", "basic", "cvv", "cvc", "security code",
        "://");
    private static readonly SearchValues<string> Passwords = Words("passw", "pass w", "passcode", "passphrase", "pass phrase", "pwd", "client");
    private static readonly SearchValues<string> Keyed = Words("key", "token");
    private static readonly SearchValues<string> OfKeys = Words("api", "secret", "access", "private", "auth", "encryption", "license", "signing", "recovery");
    private static readonly SearchValues<string> Credentials = Words("bearer", "basic", "://");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<string> ChineseLabels = SearchValues.Create(
        ["密码", "密碼", "口令", "密钥", "密鑰", "令牌", "验证码", "驗證碼", "安全码"],
        StringComparison.Ordinal);

    public override void Find(string text, List<PrivateSpan> found)
    {
        if (text.AsSpan().ContainsAny(Hints))
        {
            Add(Forms().EnumerateMatches(text), found);
        }

        if (text.AsSpan().ContainsAny(Labels))
        {
            FindLabelled(text, found);
        }

        if (text.AsSpan().ContainsAny(ChineseLabels))
        {
            Add(ChineseNamed().Matches(text), found);
        }
    }

    // "Key" and "pin" are in many words; what else each expression needs is asked for first.
    private static void FindLabelled(string text, List<PrivateSpan> found)
    {
        if (text.AsSpan().ContainsAny(Credentials))
        {
            Add(Headers().EnumerateMatches(text), found);
        }

        if (text.AsSpan().ContainsAny(Passwords) || (text.AsSpan().ContainsAny(Keyed) && text.AsSpan().ContainsAny(OfKeys)))
        {
            Add(Named().Matches(text), found);
        }

        if (text.AsSpan().ContainsAny(Digits))
        {
            Add(Pins().Matches(text), found);
        }
    }

    private static SearchValues<string> Words(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private static void Add(Regex.ValueMatchEnumerator matches, List<PrivateSpan> found)
    {
        foreach (var match in matches)
        {
            found.Add(new PrivateSpan(match.Index, match.Index + match.Length, PrivacyKinds.Key));
        }
    }

    private static void Add(MatchCollection matches, List<PrivateSpan> found) =>
        found.AddRange(matches.Select(match => match.Groups["v"]).Select(value => new PrivateSpan(value.Index, value.Index + value.Length, PrivacyKinds.Key)));

    [GeneratedRegex(
        """
        -----BEGIN\ [A-Z0-9\ ]{0,40}PRIVATE\ KEY(?:\ BLOCK)?-----(?:(?!-----END)[\s\S])*(?:-----END\ [A-Z0-9\ ]{0,50}-----)?
        | (?<![A-Za-z0-9_-])(?:
              sk-[A-Za-z0-9_-]{16,} | (?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,} | whsec_[A-Za-z0-9+/=]{16,}
            | gh[pousr]_[A-Za-z0-9]{20,} | github_pat_[A-Za-z0-9_]{20,} | glpat-[A-Za-z0-9_-]{16,} | xox[abeoprs]-[A-Za-z0-9-]{10,}
            | A[KS]IA[A-Z0-9]{16} | AIza[A-Za-z0-9_-]{30,} | ya29\.[A-Za-z0-9_-]{20,} | hf_[A-Za-z0-9]{20,} | npm_[A-Za-z0-9]{30,} | pypi-[A-Za-z0-9_-]{30,}
            | dckr_pat_[A-Za-z0-9_-]{20,} | SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,} | eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*
            | AGE-SECRET-KEY-1[A-Z0-9]{20,} | LTAI[A-Za-z0-9]{12,} | AKID[A-Za-z0-9]{12,})
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Forms();

    // Bearer and basic credentials, and the password in an address.
    [GeneratedRegex(
        """\bBearer\s+[A-Za-z0-9._~+/-]{16,}=*|\bAuthorization:\s*Basic\s+[A-Za-z0-9+/]{8,}=*|(?<=://[^\s/:@\[\]]{1,80}:)[^\s/@\[\]]{1,200}(?=@)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Headers();

    // After ":" or "=" anything is the value; after "is" a word could be an opinion of the password ("my password is too weak"), so a plain word counts only at
    // the end of its clause and when it is no such opinion.
    [GeneratedRegex(
        """
            \b(?:pass\s?words?|passwd|passcode|pass\s?phrase|pwd|(?:api|secret|access|private|auth(?:entication)?|encryption|license|signing|recovery)[\s_-]?(?:key|token)s?|client[\s_-]secret)\b
            (?:\s+(?:for|to|of|on)\s+(?:[\w'’@.-]+\s+){0,3}?[\w'’@.-]+)?
            (?:
                \s*(?:[:=]|->|=>|：)\s*(?:"(?<v>[^"\r\n\[\]]{1,200})"|'(?<v>[^'\r\n\[\]]{1,200})'|`(?<v>[^`\r\n\[\]]{1,200})`|“(?<v>[^”\r\n\[\]]{1,200})”|(?<v>[^\s"'`“\[\]]{2,200}(?<![.,;!?)])))
              | (?:'s|’s)?\s+(?:is|was|are|will\s+be|to\s+be|to)\s*:?\s+(?:now\s+|still\s+)?
                (?:"(?<v>[^"\r\n\[\]]{1,200})"|'(?<v>[^'\r\n\[\]]{1,200})'|`(?<v>[^`\r\n\[\]]{1,200})`|“(?<v>[^”\r\n\[\]]{1,200})”
                  |(?<v>(?=[^\s\[\]]*[0-9!@\#$%^&*_+=~/\\<>|])[^\s"'`“\[\]]{3,200}(?<![.,;!?)]))
                  |(?<v>(?!(?:too|not|never|always|wrong|incorrect|correct|right|invalid|valid|weak|strong|secure|insecure|safe|unsafe|expired|required|missing|optional|stored|saved|hashed|encrypted|hidden|short|long|empty|blank|public|private|secret|sensitive|important|unknown|forgotten|lost|gone|needed|necessary|confidential|personal|easy|hard|simple|complex|complicated|bad|good|great|fine|okay|ok|ready|set|changed|changing|reset|updated|leaked|compromised|exposed|reused|shared|different|same|similar|unique|random|something|anything|nothing|everything|there|here|it|that|this|mine|yours|still|just|also|really|very|so|written|rejected|accepted|refused|working|broken|up|down|out|be|have|get|use|login|log|access|enter|work|change|reset)\b)
                      [A-Za-z]{4,64}(?=\s*(?:$|[.,;!?)\r\n])))))
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(
        """\b(?:pin(?:\s?(?:code|number))?|cvv2?|cvc2?|security\s+code|secret|token)(?:\s+(?:is|was)|\s*[:=：])?\s*(?<v>[0-9]{3,8})(?![0-9])|\b(?:token"""
        + """|secret)\s*(?:[:=]|\bis\b)\s*"?(?<v>(?=[^\s"\[\]]*[0-9])[A-Za-z0-9_./+=~-]{8,200})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pins();

    [GeneratedRegex(
        """(?:密[码碼]|口令|密[钥鑰]|令牌|[验驗][证證][码碼]|安全码)(?:\s*(?:[:=：]|是|为|為|就是|改成了?|改为|设成了?|设为|設為|换成了?)\s*[“"'「『`]?|\s+)(?<v>[!-Z\\^-~]{3,200})""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ChineseNamed();
}
