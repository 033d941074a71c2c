using System.Globalization;
using Remanence.Cli.Errors;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores.Filters;

namespace Remanence.Cli.Chat;

/// <summary>Commands that read what is remembered.</summary>
internal static class RecallCommands
{
    private const int Found = 10;
    private const int Newest = 10;
    private const int MaxRefresh = 3600;
    private static readonly MemoryFilter NotMessages = new MemoryFilter.Not(new MemoryFilter.Kind([MemoryKinds.Message]));

    public static IReadOnlyList<SlashCommand> All { get; } =
    [
        new("memory", "", "what is known: the profile and the newest observations", [], KnownAsync),
        new("profile", "", "the profile alone", [], ProfileAsync),
        new("why", "", "which memories shaped the last answer", [], (session, _, _) => Task.FromResult(Why(session))),
        new(
            "list_memory",
            "[query=WORDS] [refresh_time=SECONDS]",
            "all that is remembered, by kind; again and again with refresh_time",
            ["query", "refresh_time"],
            ListAsync),
        new("retrieve_memory", "query=WORDS", "what would be found for a question", ["query"], RetrieveAsync),
    ];

    private static async Task<SlashAnswer> KnownAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var observations = await session.ListAsync(
            new MemoryFilter.And([new MemoryFilter.Kind([MemoryKinds.Observation]), new MemoryFilter.Status([MemoryStatus.Active])]),
            shared: false,
            cancellationToken);
        var profile = await session.Service.GetProfileAsync(session.Person, cancellationToken: cancellationToken);
        var newest = observations.OrderByDescending(memory => memory.ObservedAt).Take(Newest);
        return new SlashAnswer
        {
            Lines =
                profile.Items.Count + observations.Count == 0
                    ? ["Nothing is known about you yet; what you said is kept, and /consolidate_memory makes observations of it."]
                    : [],
            Profile = profile,
            Groups = observations.Count == 0 ? [] : [MemoryGroup.Of("newest observations", newest)],
        };
    }

    private static async Task<SlashAnswer> ProfileAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var profile = await session.Service.GetProfileAsync(session.Person, cancellationToken: cancellationToken);
        return new SlashAnswer { Profile = profile, Lines = profile.Items.Count == 0 ? ["Nothing is known about you yet."] : [] };
    }

    private static SlashAnswer Why(ChatSession session) => session.Last switch
    {
        null => SlashAnswer.Say("Nothing was asked yet."),
        { Memories.Count: 0, Profile: null or { Items.Count: 0 } } => SlashAnswer.Say("No memory had a part in it; /read_message shows what was said again."),
        var last => new SlashAnswer { Found = last.Memories, Profile = last.Profile },
    };

    private static async Task<SlashAnswer> RetrieveAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var query = EditCommands.Required(arguments, "query");
        var result = await SearchAsync(session, query, Found, filter: null, cancellationToken);
        return result.Count == 0 ? SlashAnswer.Say("Nothing is remembered about it.") : new SlashAnswer { Found = result };
    }

    public static async Task<IReadOnlyList<RetrievedMemory>> SearchAsync(
        ChatSession session, string query, int topK, MemoryFilter? filter, CancellationToken cancellationToken)
    {
        var scope = session.Person;
        var request = new RetrieveRequest
        {
            Query = query,
            TopK = topK,
            Filter = filter,
            UserId = scope.User,
            AgentId = scope.Agent,
            Now = session.Now,
            Explain = true,
        };
        return (await session.Service.RetrieveAsync(scope.Workspace, request, cancellationToken)).Results;
    }

    private static async Task<SlashAnswer> ListAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var query = arguments["query"] ?? arguments.Words;
        if (arguments["refresh_time"] is not { } text)
        {
            return await ListAsync(session, query, cancellationToken);
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > MaxRefresh)
        {
            throw new UsageException($"refresh_time={text} is no number of seconds from 1 to {MaxRefresh}.");
        }

        return await session.View.RepeatAsync(
            () => ListAsync(session, query, cancellationToken),
            TimeSpan.FromSeconds(seconds),
            session.Time,
            cancellationToken);
    }

    private static async Task<SlashAnswer> ListAsync(ChatSession session, string query, CancellationToken cancellationToken)
    {
        if (query.Length > 0)
        {
            var found = await SearchAsync(session, query, ServiceLimits.MaxTopK, NotMessages, cancellationToken);
            return found.Count == 0 ? SlashAnswer.Say("Nothing is remembered about it.") : new SlashAnswer { Found = [.. found.Take(Found)] };
        }

        var memories = await session.ListAsync(NotMessages, shared: true, cancellationToken);
        var messages = await session.Chat.ReadHistoryAsync(cancellationToken);
        MemoryGroup[] groups =
        [
            .. memories
                .Where(memory => memory.Status == MemoryStatus.Active)
                .GroupBy(memory => memory.Kind, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => MemoryGroup.Of(group.Key, group)),
            MemoryGroup.Of("expired", memories.Where(memory => memory.Status != MemoryStatus.Active)),
            MemoryGroup.Of("messages of this session", messages),
        ];
        return groups.All(group => group.Memories.Count == 0)
            ? SlashAnswer.Say("Nothing is remembered yet.")
            : new SlashAnswer { Groups = [.. groups.Where(group => group.Memories.Count > 0)] };
    }
}
