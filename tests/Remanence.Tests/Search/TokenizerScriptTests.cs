using FsCheck.Fluent;
using Remanence.Text.Tokens;

namespace Remanence.Tests.Search;

/// <summary>Scripts without spaces between words, letters written in other widths and forms, and emoji.</summary>
public sealed class TokenizerScriptTests
{
    // Clusters of Thai, Lao, Khmer, Burmese, Tibetan, New Tai Lue and Balinese, vowels before and after, stacks and tones among them.
    private static readonly string[] Clusters =
    [
        "มะ", "ลิ", "กา", "แฟ", "ใหม่", "น้ำ", "ปู", "เชี", "ຂ້າ", "ໂທ", "ຫຼຸ", "ຍ", "ខ្ញុំ", "កា", "ហ្វេ", "ត្រី", "န္တ", "ကော်", "ဖီ", "ရှ", "བོ", "ད", "རྒྱ",
        "ᦷᦟ", "ᦑᦲ", "ᬩ", "ᬮᬶ",
    ];

    [Theory]
    [InlineData("กาแฟ", "กา- แฟ- กาแฟ")]
    [InlineData("ปู", "ปู")]
    [InlineData("เมือง", "เมื- อ- เมือ ง- อง")]
    [InlineData("កាហ្វេ", "កា- ហ្វេ- កាហ្វេ")]
    [InlineData("မန္တလေး", "မ- န္တ- မန္တ လေး- န္တလေး")]
    [InlineData("喝茶", "喝- 茶- 喝茶")]
    [InlineData("ดื่มtea", "ดื่- ม- ดื่ม tea")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8", "한- 국- 한국")]
    public void A_script_without_spaces_is_told_in_pairs_and_parts(string text, string expected) => Marked(text).ShouldBe(expected);

    // Converters and keyboards differ in the order of marks, and in whether a vowel is one sign or two.
    [Theory]
    [InlineData("น้ำ", "น\u0E4D\u0E49า")]
    [InlineData("ຄຳ", "ຄ\u0ECDາ")]
    [InlineData("ໝາ", "ຫມາ")]
    [InlineData("ទឹក\u200Bដោះ", "ទឹកដោះ")]
    [InlineData("Ｂ３０２", "B302")]
    [InlineData("ﾊﾟｿｺﾝ", "パソコン")]
    [InlineData("ｶﾞｿﾘﾝ", "ガソリン")]
    [InlineData("ﬁnal ﬀ", "final ff")]
    [InlineData("𝓗𝓮𝓵𝓵𝓸", "hello")]
    [InlineData("Đà Nẵng", "Da Nang")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Ⅷ", "VIII")]
    [InlineData("㍿", "株式会社")]
    [InlineData("5㌔", "5キロ")]
    [InlineData("1½", "1 1⁄2")]
    [InlineData("don＇t", "don't")]
    [InlineData("ﻣﺮﺣﺒﺎ", "مرحبا")]
    [InlineData("21℃", "21 °C")]
    [InlineData("❤️", "❤")]
    [InlineData("☎︎", "☎️")]
    public void The_same_written_otherwise_is_the_same(string text, string other) => Asked(text).Order().ShouldBe(Asked(other).Order());

    [Theory]
    [InlineData("20㎡", "20 m2 20m2")]
    [InlineData("H₂O", "h 2 o h2o")]
    [InlineData("word¹", "word 1 word1")]
    [InlineData("㎏", "kg")]
    [InlineData("ⓑⓤⓢ", "b u s bus")]
    [InlineData("hikes²", "hike 2 hikes2")]
    public void A_sign_for_letters_is_a_word_and_joined_with_those_beside_it(string text, string expected) => Marked(text).ShouldBe(expected);

    [Theory]
    [InlineData("Party 🎉🎉", "parti 🎉 🎉")]
    [InlineData("👍🏽", "👍🏽 👍")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧 👨 👩 👧")]
    [InlineData("👩🏽‍🚀", "👩🏽‍🚀 👩 👩🏽 🚀")]
    [InlineData("🇳🇴🇸🇪", "🇳🇴 🇸🇪")]
    [InlineData("1️⃣", "1 1⃣")]
    [InlineData("I ❤️ Oslo", "i ❤ oslo")]
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴")]
    public void Emoji_are_terms(string text, string expected) => Marked(text).ShouldBe(expected);

    [Fact]
    public void A_word_without_spaces_around_it_has_the_same_terms_wherever_it_stands() =>
        Prop.ForAll(Of(Clusters), Of(Clusters), Of(Clusters), (before, word, after) =>
        {
            var held = Marked(before + word + after).Split(' ').Select(term => term.TrimEnd('-'));
            Asked(word).Except(held).ShouldBeEmpty();
        }).Hold();

    [Fact]
    public void Full_width_is_read_as_half_width() =>
        Prop.ForAll<string>(text =>
        {
            var ascii = new string([.. (text ?? "").Where(char.IsAscii)]);
            var wide = new string([.. ascii.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)]);
            Asked(wide).ShouldBe(Asked(ascii));
        }).Hold();

    [Fact]
    public void A_term_says_where_it_stands() =>
        Prop.ForAll(Of(["ﬁ", "㎡", "👍🏽", "กา", "é", "e\u0301", "don't", " ", "x", "𝓗", "茶", "\uD83D", "\u200B", "ﾊﾟ", .. Clusters]), text =>
        {
            var end = 0;
            Tokenizer.Tokenize(text, term =>
            {
                term.Start.ShouldBeInRange(0, term.End - 1);
                term.End.ShouldBeInRange(end - 2, text.Length);
                end = Math.Max(end, term.End);
            });
        }).Hold();

    [Fact]
    public void What_is_no_writing_any_more_is_cut()
    {
        Terms("ก" + new string('\u0E49', 1_000)).ShouldAllBe(term => term.Text.Length <= 48);
        Terms(string.Join('\u200D', Enumerable.Repeat("👩🏽", 500))).ShouldAllBe(term => term.Text.Length <= 64);
    }

    private static FsCheck.Arbitrary<string> Of(string[] parts) =>
        Gen.Elements(parts).ArrayOf().Select(string.Concat).ToArbitrary();

    // Parts, which are no term of their own in a question, have a dash.
    private static string Marked(string text) => string.Join(' ', Terms(text).Select(term => term.Kind == IndexTermKind.Part ? term.Text + "-" : term.Text));

    private static IEnumerable<string> Asked(string text) => Terms(text).Where(term => term.Kind != IndexTermKind.Part).Select(term => term.Text);

    private static List<(string Text, IndexTermKind Kind)> Terms(string text)
    {
        var terms = new List<(string, IndexTermKind)>();
        Tokenizer.Tokenize(text, term => terms.Add((term.ToString(), term.Kind)));
        return terms;
    }
}
