using Remanence.Messages;
using Remanence.Privacy;
using Remanence.Privacy.Directives;
using Remanence.Services;

namespace Remanence.Ingest;

/// <summary>A request as it may be kept: what the rules match is removed, and what its speakers want withheld is withheld.</summary>
internal sealed class Intake
{
    private static readonly string[] Machines = ["assistant", "system", "developer", "tool", "function", "model", "ai", "bot"];

    private readonly SortedSet<int> _withheld = [];

    private Intake(PrivacyGuard guard, string workspace, MemorizeRequest request)
    {
        Redacted = Redact(guard, workspace, request);
        for (var i = 0; i < request.Messages.Count; i++)
        {
            if (IsPerson(request.Messages[i]) && Directive.In(request.Messages[i].Content) is var wish and not Wish.None)
            {
                Withhold(i, wish);
            }
        }

        Request = _withheld.Count == 0 ? Redacted : Redacted with { Messages = [.. Redacted.Messages.Select(Kept)] };
    }

    /// <summary>What is kept.</summary>
    public MemorizeRequest Request { get; }

    /// <summary>The request without what the rules match, and with what its speakers want withheld: by it, messages that came before are known again.</summary>
    public MemorizeRequest Redacted { get; }

    /// <summary>The places of the messages withheld.</summary>
    public IReadOnlyCollection<int> Withheld => _withheld;

    /// <summary>The place of the first message that asks to withhold something; -1 when none does.</summary>
    public int First { get; private set; } = -1;

    /// <summary>The place of a message that means one before the request; -1 when there is none.</summary>
    public int ReachingBack { get; private set; } = -1;

    public static Intake Read(PrivacyGuard guard, string workspace, MemorizeRequest request) => new(guard, workspace, request);

    private static MemorizeRequest Redact(PrivacyGuard guard, string workspace, MemorizeRequest request)
    {
        Message[]? messages = null;
        for (var i = 0; i < request.Messages.Count; i++)
        {
            var content = request.Messages[i].Content;
            var kept = guard.Redact(workspace, content);
            if (!ReferenceEquals(kept, content))
            {
                messages ??= [.. request.Messages];
                messages[i] = messages[i] with { Content = kept };
            }
        }

        return messages is null ? request : request with { Messages = messages };
    }

    private void Withhold(int i, Wish wish)
    {
        var messages = Redacted.Messages;
        First = First < 0 ? i : First;
        _withheld.Add(i);

        // An answer may repeat what it answers.
        for (var reply = i + 1; reply < messages.Count && !IsPerson(messages[reply]); reply++)
        {
            _withheld.Add(reply);
        }

        if (wish != Wish.Before)
        {
            return;
        }

        var previous = i - 1;
        while (previous >= 0 && (messages[previous].Role != messages[i].Role || messages[previous].Name != messages[i].Name))
        {
            previous--;
        }

        if (previous < 0)
        {
            ReachingBack = ReachingBack < 0 ? i : ReachingBack;
        }

        for (var at = Math.Max(0, previous); at < i; at++)
        {
            if (at == previous || !IsPerson(messages[at]))
            {
                _withheld.Add(at);
            }
        }
    }

    private Message Kept(Message message, int i) => _withheld.Contains(i) ? message with { Content = WithheldText.Of(message.Content) } : message;

    // A tool's output or a model's answer is nobody's wish.
    private static bool IsPerson(Message message) => !Machines.Contains(message.Role, StringComparer.OrdinalIgnoreCase);
}
