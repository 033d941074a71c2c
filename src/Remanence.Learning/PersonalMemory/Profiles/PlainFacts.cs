using Remanence.Memories;
using Remanence.Messages;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Facts.Rules;
using Remanence.PersonalMemory.Reconciliation;

namespace Remanence.PersonalMemory.Profiles;

/// <summary>
/// What a user's messages say plainly about them, read by rules and settled with each other, where nothing was made of the messages yet. Nothing is stored.
/// </summary>
internal static class PlainFacts
{
    /// <param name="messages">Memories of kind message in the order in which they came, each with its words, its time and who spoke.</param>
    public static IReadOnlyList<Memory> Of(IEnumerable<Memory> messages)
    {
        var facts = messages.SelectMany(
            (memory, place) =>
            {
                var message = new Message
                {
                    Role = memory.Role ?? string.Empty,
                    Name = memory.Name,
                    Content = memory.Content,
                    Time = memory.ObservedAt,
                };
                return FactRules
                    .Read(message)
                    .Select(
                        (fact, i) =>
                            ToMemory(
                                fact,
                                new FactPlace
                                {
                                    Said = memory.Id,
                                    Came = memory.RecordedAt,
                                    Message = place,
                                    Part = i,
                                },
                                memory));
            });
        return [.. Reconciler.Reconcile(facts, [], [], DateTimeOffset.UnixEpoch).Inserts.Where(fact => fact.Status == MemoryStatus.Active)];
    }

    // Its id is that of the message, which can be looked at and forgotten; a second fact of one message takes its place beside it.
    private static Memory ToMemory(SpokenFact fact, FactPlace place, Memory memory)
    {
        var mark = new FactState
        {
            Subject = fact.Subject,
            Attribute = fact.Attribute,
            Value = fact.Value,
            Single = Attributes.IsSingle(fact.Attribute),
            Negated = fact.Negated,
            Places = [place],
            Said = [memory.Id],
        };
        return mark.On(new Memory(memory)
        {
            Id = $"{memory.Id}/{place.Part}",
            Kind = MemoryKinds.Message,
            Content = FactSentence.Of(fact, memory.Name, FactRules.LanguageOf(fact.Said ?? memory.Content)),
            ValidFrom = memory.ObservedAt,
            Status = MemoryStatus.Active,
        });
    }
}
