using System.Text.RegularExpressions;
using Remanence.Memories;
using Remanence.PersonalMemory.Facts;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>What the name of a kind takes in: who has no kids has no son, and whose phone is replaced has the old one no more.</summary>
internal static class Kinds
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const char Latin = '\u2E7F';
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly Regex Flesh = new(
        "^(eat|eating) (red )?(meat|fish|chicken|beef|pork|bacon|seafood|steaks?|burgers?|sushi|poultry|lamb)$|^吃(肉|荤|鱼肉?|鸡肉|牛肉|猪肉|羊肉|海鲜)$",
        Options,
        Longest);
    private static readonly Regex Meatless = new("\\b(vegetarian|vegan|veggie|plant[- ]based)\\b|素", Options, Longest);

    private static readonly Regex Idle = new("^(unemployed|jobless|out of work|between jobs|retired|laid off)$|^(失业|无业|待业|退休)", Options, Longest);
    private static readonly Regex Unattached = new("^(single|divorced|separated|widowed)$|单身|离婚|离异|分手", Options, Longest);
    private static readonly Regex Partner = new(
        "^(an? )?(wife|husband|girlfriend|boyfriend|fianc\\w+|partner)\\b|^(老婆|老公|女友|男友|女朋友|男朋友|妻子|丈夫|对象)",
        Options,
        Longest);

    private static readonly (string Attribute, Regex Kind, Regex Members)[] Known =
    [
        Of(
            Attributes.Family,
            "kids?( .*)?|child(ren)?( .*)?|孩子|小孩|娃",
            "\\b(sons?|daughters?|child(ren)?|kids?|baby|toddler|boys?|girls?|twins?)\\b|儿子|女儿|闺女|孩|娃|宝|儿|双胞胎"),
        Of(Attributes.Family, "siblings?|brothers or sisters|兄弟姐妹", "\\b(brothers?|sisters?|siblings?|twin)\\b|哥|弟|姐|妹"),
        Of(Attributes.Family, "partner|对象", "\\b(wife|husband|girlfriend|boyfriend|fianc|partner)|老婆|老公|女友|男友|朋友|妻|丈夫"),
        Of(Attributes.Pet, "pets?|animals?|宠物", "."),
        Of(Attributes.Owns, "phone|手机", "phone|pixel|galaxy|手机|华为|小米|苹果|三星|荣耀|红米|vivo|oppo|一加|魅族"),
        Of(Attributes.Device, "phone", "phone|pixel|galaxy|oneplus|huawei|xiaomi|nokia|motorola"),
    ];

    /// <summary>Whether a value is of the kind, or of the sort that its last word names: "橘猫" is a 猫, and "dog Rex" and "two dogs" are dogs.</summary>
    public static bool Covers(string? attribute, string kind, string value)
    {
        var (whole, part) = (FactText.Normal(kind), FactText.Normal(value));
        return Array.Exists(Known, known => known.Attribute == attribute && known.Kind.IsMatch(kind) && known.Members.IsMatch(value))
            || (
                attribute is Attributes.Pet or Attributes.Owns or Attributes.Device or Attributes.Family
                && whole.Length > 0
                && (
                    Ends(part, whole)
                    || Ends(part, Single(whole))
                    || (attribute is Attributes.Pet or Attributes.Family && (Begins(part, whole) || Begins(part, Single(whole)) || Begins(whole, part)))));
    }

    /// <summary>
    /// Whether two attributes cannot both hold of one person: who eats meat is no vegetarian, who is out of work has no employer, and who has a partner is not
    /// single.
    /// </summary>
    public static bool Break(FactState one, FactState other) =>
        one is { Negated: false, Value: { } value } && other is { Negated: false, Value: { } against }
        && FactText.Normal(one.Subject ?? string.Empty) == FactText.Normal(other.Subject ?? string.Empty)
        && (one.Attribute, other.Attribute) switch
        {
            (Attributes.Habit, Attributes.Diet) => Flesh.IsMatch(value) && Meatless.IsMatch(against),
            (Attributes.Employer, Attributes.Occupation) => Idle.IsMatch(against),
            (Attributes.Family, Attributes.Status) => Partner.IsMatch(value) && Unattached.IsMatch(against),
            _ => false,
        };

    private static string Single(string kind) => kind.Length > 2 && kind.EndsWith('s') ? kind[..^1] : kind;

    // Chinese parts no words. Who loses "dog Rex" has "a dog" no more.
    private static bool Ends(string value, string kind) =>
        value.EndsWith(kind, StringComparison.Ordinal) && (value.Length == kind.Length || value[^(kind.Length + 1)] == ' ' || kind[0] > Latin);

    private static bool Begins(string value, string kind) =>
        value.StartsWith(kind, StringComparison.Ordinal) && (value.Length == kind.Length || value[kind.Length] == ' ' || kind[^1] > Latin);

    private static (string Attribute, Regex Kind, Regex Members) Of(string attribute, string kind, string members) =>
        (attribute, new Regex($"^({kind})$", Options, Longest), new Regex(members, Options, Longest));
}
