using Remanence.Cli.Errors;
using Remanence.Messages;

namespace Remanence.Cli.Conversations;

/// <summary>Who speaks in a file, and which of them is the user.</summary>
/// <param name="source">What the file is called in errors.</param>
internal sealed class Speakers(string source)
{
    private const string User = "user";

    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _people = [];
    private bool _isUserThere;

    /// <summary>Looks at a message.</summary>
    public void Add(Message message)
    {
        if (message.Role != User)
        {
            return;
        }

        _isUserThere |= message.Name is null;
        if (message.Name is { } name && _seen.Add(name))
        {
            _people.Add(name);
        }
    }

    /// <summary>How each message is taken once all were looked at: one of role user without a name is the user's, one with a name is that person's.</summary>
    /// <param name="user">The name under which the user speaks, as the file says; null: it does not.</param>
    /// <param name="me">The same, as whoever gives the file says, which wins; null: they do not.</param>
    /// <returns>What becomes of a message, and what is to be told; null: nothing.</returns>
    /// <exception cref="UsageException">Nobody in the file has the name.</exception>
    public (Func<Message, Message> Take, string? Note) Settle(string? user, string? me)
    {
        user = me ?? user;
        if (user is not null && _seen.Contains(user))
        {
            return (message => message.Role == User && string.Equals(message.Name, user, StringComparison.OrdinalIgnoreCase)
                ? message with { Name = null }
                : message, null);
        }

        if (me is not null)
        {
            throw new UsageException(
                $"Nobody in {source} is called {me}; {(_people.Count == 0 ? "no message of it has a speaker's name" : $"its speakers are {Listed()}")}.");
        }

        return (message => message, _people.Count < 2 || _isUserThere
            ? null
            : $"{source} does not say who of {Listed()} is the user: each is remembered by name. --me NAME says it.");
    }

    private string Listed()
    {
        const int shown = 5;
        return string.Join(", ", _people.Take(shown)) + (_people.Count > shown ? $" and {_people.Count - shown} more" : string.Empty);
    }
}
