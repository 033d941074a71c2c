using Remanence.Memories;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Profiles;

namespace Remanence.Tests.PersonalMemory;

/// <summary>A fact is one however its characters are written.</summary>
public sealed class FactIdentityTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("I love co\uFB00ee", "I love coffee")]
    [InlineData("I love caf\u00e9s", "I love cafe\u0301s")]
    [InlineData("I live in \uff22ergen", "I live in Bergen")]
    [InlineData("I live in Sa\u0303o Paulo", "I live in S\u00e3o Paulo.")]
    [InlineData("I love \ud55c\uae00", "I love \u1112\u1161\u11ab\u1100\u1173\u11af")]
    [InlineData("I love green tea", "i love GREEN  tea")]
    [InlineData("\u6211\u559c\u6b22\uff21\uff22\uff23", "\u6211\u559c\u6b22ABC")]
    [InlineData("\u6211\u559c\u6b22ABC\u97f3\u4e50", "\u6211\u559c\u6b22 ABC \u97f3\u4e50")]
    [InlineData("My daughter is called Zo\u00eb.", "My daughter is called Zoe\u0308.")]
    [InlineData("My son is Jose\u0301 Hale.", "My son is Jos\u00e9 Hale.")]
    public void Equal_facts_are_one_with_two_sources(string one, string other)
    {
        foreach (var (first, second) in new[] { (one, other), (other, one) })
        {
            var fact = PlainFacts.Of([Said(first, 0), Said(second, 1)]).ShouldHaveSingleItem();
            fact.Use.Reinforced.ShouldBe(1);
            FactMark.Of(fact).Said.Count.ShouldBe(2);
        }
    }

    [Theory]
    [InlineData("I love caf\u00e9s", "I don't like cafe\u0301s")]
    [InlineData("I live in \uff22ergen", "I live in Oslo")]
    [InlineData("\u6211\u559c\u6b22\uff21\uff22\uff23", "\u6211\u4e0d\u559c\u6b22ABC")]
    public void What_contradicts_it_is_known_by_it(string one, string other) =>
        PlainFacts.Of([Said(one, 0), Said(other, 1)]).ShouldHaveSingleItem().ObservedAt.ShouldBe(Start.AddDays(1));

    [Theory]
    [InlineData("C", "C++")]
    [InlineData("C", "C#")]
    [InlineData("year", "years")]
    [InlineData("1.5", "15")]
    public void What_differs_stays_apart(string one, string other) => FactText.Normal(one).ShouldNotBe(FactText.Normal(other));

    private static Memory Said(string text, int day) => new()
    {
        Id = $"m{day}",
        Scope = new Scope("w", "ada"),
        Kind = MemoryKinds.Message,
        Role = "user",
        Content = text,
        ObservedAt = Start.AddDays(day),
        RecordedAt = Start.AddDays(day),
        UpdatedAt = Start.AddDays(day),
    };
}
