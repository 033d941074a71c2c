using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.Engine;

/// <summary>Words are found however they are written, and what was matched is shown as it was asked.</summary>
public sealed class ScriptSearchTests
{
    private static readonly string[] Messages =
    [
        "ฉันอาศัยอยู่ที่เชียงใหม่", "ฉันชอบกาแฟ", "แมวของฉันชื่อมะลิ", "ພໍ່ຂອງຂ້ອຍຢູ່ວຽງຈັນ", "ຂ້ອຍມັກກາເຟ", "ខ្ញុំរស់នៅសៀមរាប", "ខ្ញុំចូលចិត្តកាហ្វេ",
        "ကျွန်တော် ကော်ဖီကြိုက်တယ်", "ကျွန်မမန္တလေးမှာနေတယ်", "会議室はＢ３０２です", "型番はＸＲ－９００", "ﾊﾟｿｺﾝの保証は来年まで", "ﾌﾟﾘﾝが好き", "ＡＢＣ１２３是我的工号",
        "The ﬁnal score", "Area is 20㎡", "Tôi sống ở Đà Nẵng", "我每天喝茶", "Launch went well 🚀", "Sad day 😭", "Party 🎉🎉", "I ❤️ Oslo", "Great work 👍🏽",
        "We are back in 🇳🇴", "The family 👨‍👩‍👧 at home", "Nothing of the kind",
    ];

    [Theory]
    [InlineData("มะลิ", 2)]
    [InlineData("กาแฟ", 1)]
    [InlineData("เชียงใหม่", 0)]
    [InlineData("ວຽງຈັນ", 3)]
    [InlineData("ກາເຟ", 4)]
    [InlineData("សៀមរាប", 5)]
    [InlineData("កាហ្វេ", 6)]
    [InlineData("ကော်ဖီ", 7)]
    [InlineData("မန္တလေး", 8)]
    [InlineData("B302", 9)]
    [InlineData("XR-900", 10)]
    [InlineData("パソコン", 11)]
    [InlineData("プリン", 12)]
    [InlineData("abc123", 13)]
    [InlineData("ＦＩＮＡＬ", 14)]
    [InlineData("m2", 15)]
    [InlineData("Da Nang", 16)]
    [InlineData("茶", 17)]
    [InlineData("🚀", 18)]
    [InlineData("😭", 19)]
    [InlineData("🎉", 20)]
    [InlineData("❤", 21)]
    [InlineData("👍", 22)]
    [InlineData("🇳🇴", 23)]
    [InlineData("👨‍👩‍👧", 24)]
    public async Task The_message_that_holds_it_is_first(string query, int message)
    {
        await using var fixture = await CreateAsync();
        foreach (var text in Messages)
        {
            await fixture.SayInAsync(null, Said(text));
        }

        var results = await fixture.AskAsync(query, request => request with { Explain = true });
        results[0].Memory.Content.ShouldBe(Messages[message]);
        string.Join(' ', results[0].Explanation!.MatchedTerms).Replace('-', ' ').ShouldBe(query.Replace('-', ' '));
        results[1].Score.ShouldBeLessThan(results[0].Score);
    }

    [Theory]
    [InlineData("Was it the coffees?", "coffees")]
    [InlineData("喝咖啡的地方", "喝咖啡")]
    [InlineData("กาแฟเย็นที่ไหน", "กาแฟเย็น")]
    public async Task Matched_words_are_those_of_the_question(string query, string word)
    {
        await using var fixture = await CreateAsync();
        await fixture.SayInAsync(null, Said("Coffee, 我喝咖啡, ฉันดื่มกาแฟเย็น"));

        (await fixture.AskAsync(query, request => request with { Explain = true }))[0].Explanation!.MatchedTerms.ShouldContain(word);
    }
}
