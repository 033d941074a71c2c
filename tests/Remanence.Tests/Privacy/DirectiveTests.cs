using Remanence.Privacy;
using Remanence.Privacy.Directives;

namespace Remanence.Tests.Privacy;

public sealed class DirectiveTests
{
    [Theory]
    [InlineData("Don't remember this: I am seeing somebody.")]
    [InlineData("My PIN hint is my cat. Please don't remember this.")]
    [InlineData("Please do not remember any of this, I just need to vent about work.")]
    [InlineData("I quit today, but don’t remember this, please.")]
    [InlineData("Off the record, I think Bob will be fired.")]
    [InlineData("Off the record: we are selling the house.")]
    [InlineData("This is off the record. We are selling the house.")]
    [InlineData("I might propose to her. That's off the record!")]
    [InlineData("Keep this off the record: the merger is on.")]
    [InlineData("I don't want you to remember this, but I failed the exam.")]
    [InlineData("You must not store this in your memory: the alarm is off at night.")]
    [InlineData("Don't save that to memory, it is only a test of mine.")]
    [InlineData("I'd rather you didn't remember this, I failed the exam.")]
    [InlineData("Do not record this conversation. I failed the exam.")]
    [InlineData("Please don't remember my old address, it was 5 Elm Street.")]
    [InlineData("What I'm about to tell you is off the record: I quit.")]
    [InlineData("Don't remember what I'm about to say: I quit.")]
    [InlineData("我有点不舒服，别记住这个。")]
    [InlineData("我可能要离婚了，不要记录。")]
    [InlineData("这件事你别记，我被裁员了。")]
    [InlineData("请不要记住我的电话，我只是随便问问。")]
    [InlineData("我下面说的话不要记录：公司要裁员。")]
    [InlineData("我被裁员了。请勿记录")]
    [InlineData("我被裁员了，这个不用记住")]
    [InlineData("别保存这段对话，我被裁员了")]
    public void A_message_can_be_withheld(string text)
    {
        Directive.In(text).ShouldBe(Wish.This);
        PrivacyGuard.ShouldWithhold(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Forget what I just said.")]
    [InlineData("forget what i just told you")]
    [InlineData("Oh no, please forget what I just said")]
    [InlineData("Actually, forget everything I just said, let's talk about tea.")]
    [InlineData("Can you forget what I just wrote?")]
    [InlineData("Don't remember that.")]
    [InlineData("please don't remember that")]
    [InlineData("Do not remember that, please.")]
    [InlineData("Don't remember what I just told you.")]
    [InlineData("Please forget I said that.")]
    [InlineData("Forget my last message.")]
    [InlineData("Delete that from your memory.")]
    [InlineData("I don't want you to remember that.")]
    [InlineData("Don't remember this.")]
    [InlineData("Please don't remember this, thanks!")]
    [InlineData("忘掉刚才说的")]
    [InlineData("请忘掉我刚才说的话。")]
    [InlineData("忘了我刚刚说的吧")]
    [InlineData("把我刚才说的都忘掉吧")]
    [InlineData("把刚才说的话删掉。")]
    [InlineData("别记住我刚才说的话")]
    [InlineData("不要记住那个。")]
    [InlineData("别记住")]
    [InlineData("不要记录")]
    public void A_message_can_mean_the_one_before_it(string text) => Directive.In(text).ShouldBe(Wish.Before);

    [Theory]
    [InlineData("Don't forget what I just said.")]
    [InlineData("Please don't forget this!")]
    [InlineData("Never forget what I just said.")]
    [InlineData("I don't remember this movie.")]
    [InlineData("Don't remember this movie at all.")]
    [InlineData("I don't remember this.")]
    [InlineData("I really don't remember that.")]
    [InlineData("don't remember that day well")]
    [InlineData("Sorry, I do not remember that.")]
    [InlineData("We don't remember that.")]
    [InlineData("Don't you remember this?")]
    [InlineData("Why don't you remember that?")]
    [InlineData("Don't remember this?")]
    [InlineData("Did you forget what I just said?")]
    [InlineData("You always forget what I just said.")]
    [InlineData("I forget what I just said.")]
    [InlineData("Forget it.")]
    [InlineData("Forget about the blue one, take the red.")]
    [InlineData("Forget what I said yesterday about the blue one, I take the red.")]
    [InlineData("The minister spoke off the record.")]
    [InlineData("What does off the record mean?")]
    [InlineData("Is this off the record?")]
    [InlineData("She told me \"don't remember this\" and left.")]
    [InlineData("He said “forget what I just said” twice.")]
    [InlineData("The song `Don't remember this` is great.")]
    [InlineData("> Don't remember this.\nThat is what the mail said. I was puzzled.")]
    [InlineData("Remember this: I love tea.")]
    [InlineData("Please remember that I am a vegetarian.")]
    [InlineData("Don't record the meeting tomorrow.")]
    [InlineData("Don't save this file yet.")]
    [InlineData("Please don't keep me waiting.")]
    [InlineData("Keep this between us.")]
    [InlineData("I can't remember this password.")]
    [InlineData("They don't want to remember this.")]
    [InlineData("My therapist says I should forget that I said it.")]
    [InlineData("我不记得这部电影。")]
    [InlineData("别忘了我刚才说的。")]
    [InlineData("不要忘记我刚才说的话。")]
    [InlineData("别忘记这个")]
    [InlineData("你忘了我刚才说的话吗？")]
    [InlineData("我忘了我刚才说的。")]
    [InlineData("我记不住这个。")]
    [InlineData("他叫我别记住这个。")]
    [InlineData("老师说不要记录。")]
    [InlineData("别记错了时间。")]
    [InlineData("不要记恨他。")]
    [InlineData("不要记录日志到磁盘。")]
    [InlineData("不用记笔记。")]
    [InlineData("他说「别记住这个」，我笑了。")]
    [InlineData("请记住这个：我喜欢茶。")]
    [InlineData("不要保存文件。")]
    [InlineData("别把我刚才说的忘了。")]
    public void Other_messages_are_no_wish(string text) => Directive.In(text).ShouldBe(Wish.None);

    [Fact]
    public void A_pasted_page_is_no_wish()
    {
        var page = string.Join(' ', Enumerable.Repeat("The rain fell on the harbour.", 100));
        Directive.In($"{page}\nDon't remember this.\n{page}").ShouldBe(Wish.None);
        Directive.In($"{page}\nDon't remember this.").ShouldBe(Wish.This);
        Directive.In($"Don't remember this: {page}").ShouldBe(Wish.This);
    }

    [Fact]
    public void Reading_is_linear_in_the_text() =>
        Should.CompleteIn(
            () =>
            {
                foreach (var piece in new[] { "please, ", "don't ", "请你你您", "so, but, and ", "不要记住", "remember this ", "\"", "off the record " })
                {
                    Directive.In(string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length)));
                }
            },
            TimeSpan.FromSeconds(10));
}
