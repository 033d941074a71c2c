using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.PersonalMemory;

/// <summary>What a person says of an end or a change settles what was believed before, though the words are others.</summary>
public sealed class ChangedBeliefsTests
{
    [Theory]
    [InlineData("I work at Zeiss.|I quit and became a baker.", "works as a baker|quit", "Zeiss")]
    [InlineData("I work at Zeiss. I'm a welder.|I got laid off on Monday.", "welder|laid off", "Zeiss")]
    [InlineData("I'm employed at Nokia.|I handed in my notice last week.", "notice", "works at Nokia")]
    [InlineData("I lost my job in spring.|I work at Acme now.", "Acme", "lost")]
    [InlineData("I have a dog called Rex.|My dog died.", "died", "has a dog")]
    [InlineData("I have a hamster. I have a cat called Mimi.|Our hamster Bob passed away.", "cat|passed away", "has a hamster")]
    [InlineData("I have a parrot.|We had to give our parrot away.", "no longer has a parrot", "user has a parrot")]
    [InlineData("I have two dogs.|We no longer have any pets.", "no longer", "two dogs.")]
    [InlineData("We buried our cat Lu in May.|We have a kitten called Bo.", "no longer has a cat called Lu|Bo", "x")]
    [InlineData("I'm vegetarian.|I eat meat again.", "eats meat", "is vegetarian")]
    [InlineData("I'm vegan.|I started eating fish again.", "eating fish again", "is vegan")]
    [InlineData("I don't drink coffee.|I drink coffee again.", "drinks coffee", "does not drink")]
    [InlineData("I quit smoking.|I went back to smoking.", "is smoking again", "stopped")]
    [InlineData("I don't eat gluten.|I can eat gluten again.", "eats gluten", "does not")]
    [InlineData("I love jazz.|I've gone off jazz.", "does not like jazz", "likes jazz")]
    [InlineData("I'm into chess.|I've lost interest in chess.", "does not like chess", "likes chess")]
    [InlineData("I love techno.|I got tired of techno.", "does not like techno", "likes techno")]
    [InlineData("I have no kids.|My son was born yesterday.", "son", "no kids")]
    [InlineData("I don't have children.|We have a daughter called Ina.", "Ina", "no children")]
    [InlineData("I have no siblings.|I have a brother called Udo.", "Udo", "no siblings")]
    [InlineData("I moved to Zug in 2010, and to Bari in 2015.", "lives in Bari", "Zug")]
    [InlineData("We relocated to Lund in May and then to Turku.", "lives in Turku", "Lund")]
    [InlineData("我在华为上班。|我辞职去当了面包师。", "辞职|面包师", "华为")]
    [InlineData("我在西门子工作。|我上周被裁了。", "被裁", "西门子")]
    [InlineData("我养了一只猫。|我的猫去世了。", "去世", "宠物是猫")]
    [InlineData("我家有只狗叫旺财。|我家狗狗走丢了。", "走丢", "x")]
    [InlineData("我养了一只仓鼠。|我把仓鼠送人了。", "没有宠物仓鼠", "的宠物是仓鼠")]
    [InlineData("我吃素。|我又开始吃肉了。", "吃肉", "户吃素")]
    [InlineData("我不喝咖啡。|我又喝咖啡了。", "喝咖啡", "不喝")]
    [InlineData("我戒烟了。|我又抽起烟来了。", "抽烟", "不抽烟")]
    [InlineData("我用华为手机。|我换成小米手机了。", "小米", "华为")]
    [InlineData("我的手机是三星。|手机换成了小米。", "小米", "三星")]
    [InlineData("我没有孩子。|我儿子昨天出生了。", "儿子", "没有孩子")]
    public async Task The_end_of_what_was_believed_ends_the_belief(string told, string believed, string ended)
    {
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        var ada = new Scope(Workspace, "ada");
        var messages = told.Split('|').Select(text => Said(text)).ToList();
        await engine.MemorizeAsync(
            Workspace,
            new MemorizeRequest
            {
                Messages = messages,
                UserId = ada.User!,
                Infer = false,
            },
            TestContext.Current.CancellationToken);

        await engine.ConsolidateAsync(ada, cancellationToken: TestContext.Current.CancellationToken);

        var filter = new MemoryFilter.And([new MemoryFilter.Kind([MemoryKinds.Observation]), new MemoryFilter.Status([MemoryStatus.Active])]);
        var facts = string.Join(
            '\n',
            (await engine.ListAsync(new MemoryQuery { Scope = ada, Filter = filter }, TestContext.Current.CancellationToken)).Items.Select(memory =>
                memory.Content));
        believed.Split('|').ShouldAllBe(words => facts.Contains(words, StringComparison.Ordinal), facts);
        facts.ShouldNotContain(ended, Case.Sensitive);
    }
}
