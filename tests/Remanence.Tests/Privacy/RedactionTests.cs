using System.Text.Json;
using FsCheck.Fluent;
using Remanence.Privacy;

namespace Remanence.Tests.Privacy;

public sealed class RedactionTests
{
    private static readonly PrivacyGuard All = Guard([.. PrivacyKinds.All]);

    [Theory]
    [InlineData("Pay with 4111 1111 1111 1111, please.", "Pay with [card number removed], please.")]
    [InlineData("4111111111111111", "[card number removed]")]
    [InlineData("my card 5500-0000-0000-0004 expires 12/27", "my card [card number removed] expires 12/27")]
    [InlineData("Amex 3782 822463 10005.", "Amex [card number removed].")]
    [InlineData("Diners 3056 930902 5904", "Diners [card number removed]")]
    [InlineData("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "[card number removed]")]
    [InlineData("on 2024 4111 1111 1111 1111 it went", "on 2024 [card number removed] it went")]
    [InlineData("6212 3456 7890 0000 003 or 4111 1111 1111 1111", "[card number removed] or [card number removed]")]
    [InlineData("2223003122003222 and 2200 7000 0000 0009", "[card number removed] and [card number removed]")]
    [InlineData("card.4111111111111111", "card.[card number removed]")]
    [InlineData("4111.1111.1111.1111", "[card number removed]")]
    [InlineData("1.4111 1111 1111 1111", "1.[card number removed]")]
    [InlineData("我的卡号是４１１１ １１１１ １１１１ １１１１。", "我的卡号是[已移除：卡号]。")]
    [InlineData("我的卡号是4111111111111111，别弄丢了", "我的卡号是[已移除：卡号]，别弄丢了")]
    public void Card_numbers_go(string text, string kept) => Guard([PrivacyKinds.CardNumber]).Redact("w", text).ShouldBe(kept);

    [Theory]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("The year 2024, 15 people, 12345 steps")]
    [InlineData("at 1700000000000 milliseconds")]
    [InlineData("ISBN 9780306406157")]
    [InlineData("id a4111111111111111")]
    [InlineData("4111-1111-1111")]
    [InlineData("5 10 12 24 36 48 60 72 84 96")]
    [InlineData("call 415 555 2671")]
    [InlineData("a loss of 0.4539578763621486 or .4539578763621486")]
    [InlineData("at 123.4539578763621486 degrees")]
    [InlineData("run 20250910090007 began")]
    [InlineData("backup-20250910-090000123.tar")]
    public void Other_numbers_stay(string text) => Guard([PrivacyKinds.CardNumber]).Redact("w", text).ShouldBeSameAs(text);

    [Theory]
    [InlineData("Use sk-proj-abcdefghijklmnop1234 for it", "Use [key removed] for it")]
    [InlineData("token ghp_abcdefghijklmnopqrstuvwxyz0123456789", "token [key removed]")]
    [InlineData("AKIAIOSFODNN7EXAMPLE is the id", "[key removed] is the id")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----\nthanks", "[key removed]\nthanks")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", "[key removed]")]
    [InlineData("My password is hunter2.", "My password is [key removed].")]
    [InlineData("My password is swordfish.", "My password is [key removed].")]
    [InlineData("the wifi password: correct-horse", "the wifi password: [key removed]")]
    [InlineData("password for the router is Tr0ub4dor&3, ok?", "password for the router is [key removed], ok?")]
    [InlineData("password=\"a b c\" here", "password=\"[key removed]\" here")]
    [InlineData("api_key = 9f8e7d6c5b4a", "api_key = [key removed]")]
    [InlineData("The PIN is 4321.", "The PIN is [key removed].")]
    [InlineData("postgres://bob:s3cret@db/x", "postgres://bob:[key removed]@db/x")]
    [InlineData("Authorization: Bearer abcdefghijklmnop123456", "Authorization: [key removed]")]
    [InlineData("我的密码是hunter2，记得", "我的密码是[已移除：密钥]，记得")]
    [InlineData("支付密码：889900", "支付密码：[已移除：密钥]")]
    [InlineData("验证码 482913", "验证码 [已移除：密钥]")]
    public void Keys_go(string text, string kept) => Guard([PrivacyKinds.Key]).Redact("w", text).ShouldBe(kept);

    [Theory]
    [InlineData("My password is too weak.")]
    [InlineData("The password is wrong")]
    [InlineData("I forgot my password.")]
    [InlineData("The key to success is hard work.")]
    [InlineData("A token of my love.")]
    [InlineData("It's a secret between friends.")]
    [InlineData("The password was changed yesterday.")]
    [InlineData("我的密码是我的生日")]
    [InlineData("密码忘了怎么办")]
    [InlineData("I am spinning 2 wheels")]
    public void Talk_of_keys_stays(string text) => Guard([PrivacyKinds.Key]).Redact("w", text).ShouldBeSameAs(text);

    [Theory]
    [InlineData(PrivacyKinds.Iban, "To DE89 3704 0044 0532 0130 00 today", "To [account number removed] today")]
    [InlineData(PrivacyKinds.Iban, "GB29NWBK60161331926819", "[account number removed]")]
    [InlineData(PrivacyKinds.Iban, "DE89 3704 0044 0532 0130 01", null)]
    [InlineData(PrivacyKinds.Email, "Write to ann.b+c@mail.example.org.", "Write to [email address removed].")]
    [InlineData(PrivacyKinds.Email, "发到 ann@example.com 就好了", "发到 [已移除：邮箱] 就好了")]
    [InlineData(PrivacyKinds.Email, "meet @ noon", null)]
    [InlineData(PrivacyKinds.Phone, "Call +49 30 901820 now", "Call [phone number removed] now")]
    [InlineData(PrivacyKinds.Phone, "(415) 555-2671", "[phone number removed]")]
    [InlineData(PrivacyKinds.Phone, "我的手机号是13812345678。", "我的手机号是[已移除：电话]。")]
    [InlineData(PrivacyKinds.Phone, "room 13812, 2024-05-06", null)]
    [InlineData(PrivacyKinds.IdNumber, "身份证11010519491231002X没错", "身份证[已移除：证件号]没错")]
    [InlineData(PrivacyKinds.IdNumber, "身份证110105194912310021", null)]
    [InlineData(PrivacyKinds.IdNumber, "My SSN is 123-45-6789.", "My SSN is [identity number removed].")]
    [InlineData(PrivacyKinds.IdNumber, "000-45-6789 and 2024-05-0600", null)]
    [InlineData(PrivacyKinds.Health, "I like tea. I was diagnosed with diabetes in May! We ski.", "I like tea. [personal detail removed] We ski.")]
    [InlineData(PrivacyKinds.Health, "我喜欢茶。我上周确诊了糖尿病。我们去滑雪。", "我喜欢茶。[已移除：个人信息]我们去滑雪。")]
    [InlineData(PrivacyKinds.Health, "The heart of the city is a stroke of luck.", null)]
    public void Each_kind_knows_its_own(string kind, string text, string? kept) => Guard([kind]).Redact("w", text).ShouldBe(kept ?? text);

    [Fact]
    public void Own_patterns_go_and_cannot_split_a_character()
    {
        var guard = Guard([], "ACME-[0-9]{3,5}", "x.");
        guard.Redact("w", "Project ACME-1234, thanks").ShouldBe("Project [text removed], thanks");
        guard.Redact("w", "x😀y").ShouldBe("[text removed]y");
    }

    [Fact]
    public void A_workspace_has_rules_of_its_own_in_place_of_the_general_ones()
    {
        var guard = new PrivacyGuard(new PrivacyOptions
        {
            Workspaces = new Dictionary<string, PrivacyRules>(StringComparer.Ordinal) { ["own"] = new() { Never = [PrivacyKinds.Email] } },
        });
        const string text = "4111111111111111 a@b.org";
        guard.Redact("other", text).ShouldBe("[card number removed] a@b.org");
        guard.Redact("own", text).ShouldBe("4111111111111111 [email address removed]");
        guard.Allows("own", "4111111111111111").ShouldBeTrue();
        guard.Allows("other", "4111111111111111").ShouldBeFalse();
    }

    [Fact]
    public void Texts_and_numbers_inside_json_go_and_the_rest_stays_as_it_was()
    {
        using var json = JsonDocument.Parse("""{"a":[1.50,"x",{"card":4111111111111111}],"b":"password: hunter2"}""");
        All.Redact("w", json.RootElement)!.Value.GetRawText().ShouldBe("""{"a":[1.50,"x",{"card":"[card number removed]"}],"b":"password: [key removed]"}""");
        using var clean = JsonDocument.Parse("""{ "a": 1 }""");
        All.Redact("w", clean.RootElement)!.Value.GetRawText().ShouldBe("""{ "a": 1 }""");
    }

    [Fact]
    public void Unknown_kinds_and_unusable_patterns_are_refused()
    {
        Should.Throw<ArgumentException>(() => Guard(["cards"])).Message.ShouldContain("card_number");
        Should.Throw<ArgumentException>(() => Guard([], "(")).Message.ShouldContain("regular expression");
        Should.Throw<ArgumentException>(() => Guard([], "(?=a)b")).Message.ShouldContain("linear");
    }

    [Fact]
    public void What_was_redacted_needs_no_redaction()
    {
        string[] seeds =
        [
            "4111 1111 1111 1111", "password: ", "密码是", "a@b.org", "+49 30 901820", " cancer", "确诊", "DE89 3704 0044 0532 0130 00", " is ", "。", " ", "\n",
            "x7", "\"", "hunter2", "the PIN ", "12", "-",
        ];
        var texts = Gen.Elements(seeds).ArrayOf().Select(pieces => string.Concat(pieces));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var once = All.Redact("w", text);
            All.Redact("w", once).ShouldBe(once, text);
        }).Hold(2_000);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(200)]
    public void Numbers_in_a_row_that_show_each_other_only_when_the_one_before_is_gone_all_go(int count)
    {
        var text = string.Concat(Enumerable.Repeat("+49 30 901820", count)) + "password: 12";
        var once = All.Redact("w", text);
        once.ShouldNotContain("9018");
        once.ShouldNotContain("12");
        All.Redact("w", once).ShouldBe(once);
    }

    [Fact]
    public void Finding_is_linear_in_the_text() =>
        Should.CompleteIn(
            () =>
            {
                foreach (
                    var piece in new[]
                    {
                        "4 ", "41111", "password ", "pin key is ", "a@", "a.", "DE89 3704 ", "+49 1", "cancer ", "确诊", "-----BEGIN PRIVATE KEY-----", "eyJ",
                        "://a:", "密码是",
                    })
                {
                    All.Redact("w", string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length)));
                }
            },
            TimeSpan.FromSeconds(20));

    private static PrivacyGuard Guard(IReadOnlyList<string> never, params IReadOnlyList<string> patterns) =>
        new(new PrivacyOptions { General = new PrivacyRules { Never = never, Patterns = patterns } });
}
