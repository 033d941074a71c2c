using System.Globalization;
using Remanence.Cli.Errors;
using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Cli.Chat;

/// <summary>Commands that change what is remembered.</summary>
internal static class EditCommands
{
    private const int Candidates = 5;
    private const string Query = "query";
    private const string MemoryId = "memory_id";

    public static IReadOnlyList<SlashCommand> All { get; } =
    [
        new("add_memory", "query=TEXT", "remembers a sentence as it stands", [Query], AddAsync),
        new("update_memory", "memory_id=ID query=TEXT", "gives a memory other words", [MemoryId, Query], UpdateAsync),
        new("delete_memory", "memory_id=ID | query=EXACT TEXT", "forgets a memory", [MemoryId, Query], DeleteAsync),
        new("forget", "ID | WORDS", "shows what it would forget, and asks", [], ForgetAsync),
        new("delete_all", "", "erases everything about the user, beyond recovery; asks before", [], EraseAsync),
    ];

    /// <summary>A value that may also stand there without its name.</summary>
    public static string Required(SlashArguments arguments, string key) => (arguments[key] ?? arguments.Words) is { } value && !string.IsNullOrWhiteSpace(value)
        ? value
        : throw new UsageException($"{key}= is missing; write {key}=\"…\".");

    private static async Task<SlashAnswer> AddAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var request = new AddMemoryRequest { Content = Required(arguments, Query), UserId = session.Person.User, AgentId = session.Person.Agent };
        var memory = await session.Service.AddAsync(session.Person.Workspace, request, cancellationToken);
        return Changed("remembered", [memory]);
    }

    private static async Task<SlashAnswer> UpdateAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var id = arguments[MemoryId] ?? throw new UsageException($"{MemoryId}= is missing; /list_memory shows the ids.");
        var patch = new MemoryPatch { Content = Required(arguments, Query), Reason = "changed in chat" };
        return Changed("changed", [await session.Service.Require<IMemoryEditing>().UpdateAsync(session.Person, id, patch, cancellationToken)]);
    }

    private static async Task<SlashAnswer> DeleteAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments[MemoryId] is { } id)
        {
            return await ForgetAsync(session, [await session.Service.GetAsync(session.Person, id, cancellationToken)], cancellationToken);
        }

        var text = Required(arguments, Query).Trim();
        var memories = await session.ListAsync(filter: null, shared: false, cancellationToken);
        memories.RemoveAll(memory => memory.Content.Trim() != text);
        return memories.Count == 0
            ? throw new MemoryNotFoundException($"No memory is exactly {Printable.Show(text)}; /forget finds memories by words.")
            : await ForgetAsync(session, memories, cancellationToken);
    }

    private static async Task<SlashAnswer> ForgetAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var memories = await CandidatesAsync(session, Required(arguments, "ID or WORDS"), cancellationToken);
        if (memories.Count == 0)
        {
            return SlashAnswer.Say("Nothing is remembered about it.");
        }

        session.View.Numbered(memories);
        var question = memories.Count == 1 ? "Forget it? [y/N]" : $"Forget which: 1 to {memories.Count}, several with spaces between, or all? [none]";
        var chosen = Chosen(memories, await session.View.AskAsync(question, cancellationToken));
        return chosen.Count == 0 ? SlashAnswer.Say("Nothing was forgotten.") : await ForgetAsync(session, chosen, cancellationToken);
    }

    private static async Task<IReadOnlyList<Memory>> CandidatesAsync(ChatSession session, string words, CancellationToken cancellationToken)
    {
        if (!words.Contains(' ', StringComparison.Ordinal))
        {
            try
            {
                return [await session.Service.GetAsync(session.Person, words, cancellationToken)];
            }
            catch (RemanenceException exception) when (exception is MemoryNotFoundException or InvalidRequestException)
            {
                // Then it is a word.
            }
        }

        // What the whole workspace shares is not this user's to forget by a word.
        var found = await RecallCommands.SearchAsync(session, words, Candidates, filter: null, cancellationToken);
        return [.. found.Where(result => result.Memory.UserId == session.Person.User).Select(result => result.Memory.ToMemory())];
    }

    private static List<Memory> Chosen(IReadOnlyList<Memory> memories, string? answer)
    {
        var words = (answer ?? string.Empty).Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words is [var only] && (only.Equals("all", StringComparison.OrdinalIgnoreCase) || (memories.Count == 1 && ChatView.IsYes(only))))
        {
            return [.. memories];
        }

        var chosen = new SortedSet<int>();
        foreach (var word in words)
        {
            // One word that can't be meant, and nothing is: better than to forget something else.
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > memories.Count)
            {
                return [];
            }

            chosen.Add(number - 1);
        }

        return [.. chosen.Select(index => memories[index])];
    }

    private static async Task<SlashAnswer> ForgetAsync(ChatSession session, List<Memory> memories, CancellationToken cancellationToken)
    {
        foreach (var memory in memories)
        {
            await session.Service.ForgetAsync(session.Person, memory.Id, cancellationToken);
        }

        return Changed("forgot", memories) with { Lines = [$"{Count(memories.Count)} forgotten; \"remanence restore ID\" brings one back."] };
    }

    private static async Task<SlashAnswer> EraseAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var person = session.Person;
        var whom = person.Agent is { } agent ? $"user {person.User} with agent {agent}" : $"user {person.User}";
        var answer = await session.View.AskAsync(
            $"This erases everything of {whom} in workspace {person.Workspace}, beyond recovery. Go on? [y/N]",
            cancellationToken);
        if (!ChatView.IsYes(answer))
        {
            return SlashAnswer.Say("Nothing was erased.");
        }

        var erased = await session.Service.Require<IMemoryErasure>().EraseAsync(person, cancellationToken);
        session.Last = null;
        return SlashAnswer.Say(
            $"erased {erased.Memories} memories, {erased.History} history entries, {erased.Messages} messages, {erased.Resources} resources, {erased.Jobs} "
            + $"jobs");
    }

    private static SlashAnswer Changed(string what, IReadOnlyList<Memory> memories) =>
        new() { Groups = [new MemoryGroup(what, [.. memories.Select(MemoryDocument.From)], 0)] };

    private static string Count(int count) => count == 1 ? "1 memory" : $"{count} memories";
}
