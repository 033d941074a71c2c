using Remanence.Models.Profiles;
using Remanence.Models.Prompts;

namespace Remanence.Tests.Models.Prompts;

public sealed class PromptLanguagesTests
{
    [Theory]
    [InlineData("en", PromptLanguage.English)]
    [InlineData("English", PromptLanguage.English)]
    [InlineData("zh", PromptLanguage.Chinese)]
    [InlineData(" CN ", PromptLanguage.Chinese)]
    [InlineData("chinese", PromptLanguage.Chinese)]
    [InlineData("zh_CN", PromptLanguage.Chinese)]
    [InlineData("中文", PromptLanguage.Chinese)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("auto", null)]
    public void Names(string? name, PromptLanguage? language) => PromptLanguages.Parse(name).ShouldBe(language);

    [Fact]
    public void Another_name_is_refused() =>
        Should
            .Throw<ModelConfigurationException>(() => PromptLanguages.Parse("klingon"))
            .Message.ShouldBe("Unknown language \"klingon\"; it can be en, zh, or empty to follow the input.");

    [Theory]
    [InlineData("", PromptLanguage.English)]
    [InlineData("123 :-)", PromptLanguage.English)]
    [InlineData("She likes tea.", PromptLanguage.English)]
    [InlineData("她喜欢喝茶。", PromptLanguage.Chinese)]
    [InlineData("My friend 王小明 lives in Beijing and works for a bank", PromptLanguage.English)]
    [InlineData("我昨天用 Kubernetes 部署了 PostgreSQL 和 Redis", PromptLanguage.Chinese)]
    [InlineData("用 git rebase -i 合并这些 commits", PromptLanguage.Chinese)]
    [InlineData("今日は東京で友達と晩ご飯を食べました", PromptLanguage.English)]
    [InlineData("Ich wohne in München und trinke gern Tee", PromptLanguage.English)]
    [InlineData("我喜欢日本动漫《となりのトトロ》，但是我不会说日语，只会说一点点英语，我想以后再学，因为现在的工作太忙了，每天都要加班到很晚，回家只想睡觉。", PromptLanguage.Chinese)]
    public void Texts(string text, PromptLanguage language) => PromptLanguages.Of(text).ShouldBe(language);

    [Fact]
    public void Messages_count_together() => PromptLanguages.Of(["好", "fine then", "明天见", "see you"]).ShouldBe(PromptLanguage.Chinese);
}
