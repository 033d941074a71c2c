using Remanence.Text.Time;

namespace Remanence.Tests.Time;

public sealed class AsksWhenTests
{
    [Theory]
    [InlineData("When did Caroline adopt the dog?")]
    [InlineData("when is the party")]
    [InlineData("When's the deadline?")]
    [InlineData("What date did we sign the contract?")]
    [InlineData("What day was it?")]
    [InlineData("Which year did he graduate?")]
    [InlineData("How long ago did she move?")]
    [InlineData("How long has he worked there?")]
    [InlineData("Since when does he smoke?")]
    [InlineData("How many years ago did they meet?")]
    [InlineData("Do you know when he left?")]
    [InlineData("她什么时候搬家的？")]
    [InlineData("她什麼時候搬家的？")]
    [InlineData("哪天见面")]
    [InlineData("多久没见了")]
    [InlineData("他是哪一年毕业的")]
    [InlineData("会议几点开始")]
    public void Question_about_time_is_recognized(string text) => TimeExpressions.AsksWhen(text).ShouldBeTrue();

    [Theory]
    [InlineData("I was happy when I was young")]
    [InlineData("What is her name?")]
    [InlineData("How are you?")]
    [InlineData("What did I do yesterday?")]
    [InlineData("When did we meet in May 2022?")]
    [InlineData("How many dogs does he have?")]
    [InlineData("昨天什么时候下雨")]
    [InlineData("她叫什么")]
    [InlineData("")]
    public void Anything_else_is_not(string text) => TimeExpressions.AsksWhen(text).ShouldBeFalse();
}
