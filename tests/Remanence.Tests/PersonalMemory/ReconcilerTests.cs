using FsCheck;
using FsCheck.Fluent;
using Remanence.Memories;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Reconciliation;

namespace Remanence.Tests.PersonalMemory;

/// <summary>How new facts are settled with stored ones.</summary>
public sealed class ReconcilerTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Scope Ada = new("w", "ada");

    // One of a few values of one of three attributes, said on some day, or denied.
    private static readonly Gen<Memory> Facts =
        from day in Gen.Choose(0, 400)
        from attribute in Gen.Elements(Attributes.Home, Attributes.Likes, Attributes.Employer)
        from value in Gen.Elements("alpha", "beta", "gamma")
        from negated in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select Fact(day, attribute, value, negated);

    // The same, told by one of two people, some as a change of long ago.
    private static readonly Gen<Memory> ToldFacts =
        from fact in Facts
        from name in Gen.Elements("Ann", "Ann Lee", "Bea")
        from ago in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(200, 203)))
        select Told(fact, name, ago);

    [Fact]
    public void Nor_does_it_where_two_people_tell_of_what_was_long_ago() => Prop.ForAll(
        ToldFacts.ListOf().ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (facts, cut) =>
        {
            var all = facts.DistinctBy(fact => fact.Id).ToList();
            var at = all.Count * cut / 100;
            var forward = Settled(After(all[..at], all[at..]));
            Settled(After(all[at..], all[..at])).ShouldBe(forward);
            Settled(After(all)).ShouldBe(forward);
            Settled(After([.. all.Select(fact => (IReadOnlyList<Memory>)[fact])])).ShouldBe(forward);
        }).Hold(300);

    [Fact]
    public void The_order_in_which_batches_arrive_does_not_change_what_is_believed() => Prop.ForAll(
        Facts.ListOf().ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (facts, cut) =>
        {
            var all = facts.DistinctBy(fact => fact.Id).ToList();
            var at = all.Count * cut / 100;
            var forward = After(all[..at], all[at..]);
            Believed(After(all[at..], all[..at])).ShouldBe(Believed(forward));
            Believed(After(all)).ShouldBe(Believed(forward));
            Believed(After([.. all.Select(fact => (IReadOnlyList<Memory>)[fact])])).ShouldBe(Believed(forward));
        }).Hold(300);

    [Fact]
    public void The_same_facts_again_change_nothing() => Prop.ForAll(Facts.ListOf().ToArbitrary(), facts =>
    {
        var all = facts.DistinctBy(fact => fact.Id).ToList();
        Reconciler.Reconcile(all, After(all), [], Start.AddYears(3)).IsEmpty.ShouldBeTrue();
    }).Hold(300);

    [Fact]
    public void Of_an_attribute_with_one_value_one_is_believed_or_only_what_it_is_not_and_the_others_follow_each_other() =>
        Prop.ForAll(
                Facts.ListOf().ToArbitrary(),
                facts =>
                {
                    var row = After([.. facts.DistinctBy(fact => fact.Id)]).Where(memory => FactMark.Of(memory).Attribute == Attributes.Home).ToList();
                    if (row.Count == 0)
                    {
                        return;
                    }

                    var active = row.Where(memory => memory.Status == MemoryStatus.Active).ToList();
                    active.ShouldNotBeEmpty();
                    (active.Count == 1 || active.All(memory => FactMark.Of(memory).Negated)).ShouldBeTrue();
                    foreach (var gone in row.Where(memory => memory.Status == MemoryStatus.Superseded))
                    {
                        gone.SupersededBy.ShouldNotBeNull();
                        row.ShouldContain(memory => memory.Id == gone.SupersededBy);
                        gone.ValidTo.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(gone.ValidFrom!.Value);
                        FactMark.Of(gone).Reason.ShouldNotBeNullOrWhiteSpace();
                    }
                }).Hold(300);

    [Fact]
    public void A_correction_by_hand_stands_against_what_was_said_before_it_and_yields_to_what_is_said_after()
    {
        var lisbon = Fact(10, Attributes.Home, "lisbon");
        var corrected = (FactMark.Of(lisbon) with { Value = null, Corrected = Start.AddDays(50) }).On(new Memory(lisbon) { Content = "home: porto" });
        Believed(After([corrected], [Fact(20, Attributes.Home, "berlin")])).ShouldBe(["home: porto"]);
        Believed(After([corrected], [Fact(60, Attributes.Home, "berlin")])).ShouldBe(["home: berlin"]);
    }

    [Fact]
    public void Saying_it_again_reinforces_it_and_spans_the_time_between()
    {
        var believed = After([Fact(10, Attributes.Likes, "jazz")], [Fact(30, Attributes.Likes, "Jazz!")], [Fact(5, Attributes.Likes, "JAZZ")])
            .ShouldHaveSingleItem();
        believed.Use.Reinforced.ShouldBe(2);
        believed.ValidFrom.ShouldBe(Start.AddDays(5));
        believed.ObservedAt.ShouldBe(Start.AddDays(30));
        believed.Content.ShouldBe("likes: jazz");
    }

    [Fact]
    public void What_a_model_finds_refines_replaces_and_joins()
    {
        var dog = Plain(1, "Ada has a dog.");
        var rex = Plain(2, "Ada's beagle is called Rex.");
        var refined = Reconciler.Reconcile(
            [rex],
            [dog],
            [new RelationFinding(rex.Id, dog.Id, Relation.More, "Ada has a beagle called Rex.", null)],
            Start.AddYears(1));
        refined.Inserts.ShouldBeEmpty();
        refined.Updates.ShouldHaveSingleItem().Memory.Content.ShouldBe("Ada has a beagle called Rex.");

        var off = Plain(3, "The wedding is off.");
        var plan = Plain(4, "Ada will marry in June.");
        var late = Reconciler.Reconcile([off], [plan], [new RelationFinding(off.Id, plan.Id, Relation.Against, null, "called off")], Start.AddYears(1));
        late.Updates.ShouldBeEmpty();
        late.Inserts.ShouldHaveSingleItem().SupersededBy.ShouldBe(plan.Id);
        FactMark.Of(late.Inserts[0]).Reason.ShouldBe("called off");

        var twice = Plain(5, "Ada owns a dog.");
        var joined = Reconciler.Reconcile([], [dog, twice], [new RelationFinding(twice.Id, dog.Id, Relation.Same, null, null)], Start.AddYears(1));
        joined.Updates.Select(update => update.Memory).Single(memory => memory.Status == MemoryStatus.Superseded).Id.ShouldBeOneOf(dog.Id, twice.Id);
    }

    [Fact]
    public void A_model_that_names_what_does_not_exist_changes_nothing() =>
        Reconciler.Reconcile([], [Plain(1, "Ada has a dog.")], [new RelationFinding("x", "y", Relation.Against, null, null)], Start).IsEmpty.ShouldBeTrue();

    private static IReadOnlyList<string> Believed(IEnumerable<Memory> memories) =>
        [.. memories.Where(memory => memory.Status == MemoryStatus.Active).Select(memory => memory.Content).Order(StringComparer.Ordinal)];

    // Who is told apart and what of each holds; the words are those of whichever statement came first.
    private static IReadOnlyList<string> Settled(IEnumerable<Memory> memories) =>
        [
            .. memories
                .Where(memory => memory.Status == MemoryStatus.Active)
                .Select(memory => (Mark: FactMark.Of(memory), memory.Name))
                .Select(fact => $"{fact.Name![..3]} {fact.Mark.Attribute} {fact.Mark.Negated} {fact.Mark.Value}")
                .Order(StringComparer.Ordinal),
        ];

    private static Memory Told(Memory fact, string name, int ago)
    {
        var when = Start.AddDays(-ago);
        return new(fact)
        {
            Id = $"{fact.Id} {name} {ago}",
            Content = $"{name} {fact.Content}{(ago == 0 ? string.Empty : $" since {ago}")}",
            Role = "user",
            Name = name,
            EventTime = ago == 0 ? null : new EventTime(new TimeInterval(when, when.AddDays(1)), TimePrecision.Day),
            State = fact.State! with { Fact = fact.State.Fact! with { Said = [.. fact.State.Fact.Said.Select(said => $"{said} {name} {ago}")] } },
        };
    }

    private static List<Memory> After(params IEnumerable<IReadOnlyList<Memory>> batches)
    {
        var stored = new Dictionary<string, Memory>(StringComparer.Ordinal);
        var now = Start.AddYears(2);
        foreach (var batch in batches)
        {
            now = now.AddMinutes(1);
            var edits = Reconciler.Reconcile(batch, stored.Values, [], now);
            foreach (var memory in edits.Inserts.Concat(edits.Updates.Select(update => update.Memory)))
            {
                stored[memory.Id] = memory;
            }
        }

        return [.. stored.Values];
    }

    private static Memory Fact(int day, string attribute, string value, bool negated = false)
    {
        var mark = new FactState
        {
            Attribute = attribute,
            Value = value,
            Single = Attributes.IsSingle(attribute),
            Negated = negated,
            Said = [$"{attribute}/{value}/{negated}/{day}"],
        };
        return mark.On(Plain(day, $"{attribute}: {(negated ? "not " : "")}{value}"));
    }

    private static Memory Plain(int day, string text) => new()
    {
        Id = $"{text}@{day}",
        Scope = Ada,
        Kind = MemoryKinds.Observation,
        Content = text,
        ObservedAt = Start.AddDays(day),
        RecordedAt = Start.AddDays(500),
        UpdatedAt = Start.AddDays(500),
        ValidFrom = Start.AddDays(day),
    };
}
