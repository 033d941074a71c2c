using System.Globalization;
using System.Text;
using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Stores;

namespace Remanence.Services.Rules;

/// <summary>
/// What every memory service refuses before anything is stored, so that all refuse alike: an <see cref="InvalidRequestException"/> with the member's name on
/// the wire, the value and the remedy.
/// </summary>
public static partial class RequestRules
{
    private const int MaxWorkspaceLength = 128;

    /// <summary>Refuses a name that no workspace may have.</summary>
    /// <param name="workspace">The name.</param>
    public static void CheckWorkspace(string workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (workspace.Length is 0 or > MaxWorkspaceLength || workspace[0] == '.' || workspace.Contains("..", StringComparison.Ordinal)
            || !AllRunes(workspace, IsWorkspaceRune))
        {
            throw new InvalidRequestException(
                "workspace",
                $"The workspace name {Printable.Show(workspace)} is not allowed: use 1 to {MaxWorkspaceLength} letters, digits and - _ . : @ + ~, not "
                + $"beginning with a dot.");
        }
    }

    /// <summary>Refuses names that no scope may have.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="user">The user; null: none.</param>
    /// <param name="agent">The agent; null: none.</param>
    /// <param name="session">The session; null: none.</param>
    public static void CheckScope(string workspace, string? user, string? agent, string? session)
    {
        CheckWorkspace(workspace);
        CheckOwner("user_id", user);
        CheckOwner("agent_id", agent);
        CheckOwner("session_id", session);
    }

    /// <summary>Refuses names that no scope may have.</summary>
    /// <param name="scope">The scope.</param>
    public static void CheckScope(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        CheckScope(scope.Workspace, scope.User, scope.Agent, scope.Session);
    }

    /// <summary>Refuses what can be no id and no name: what is empty, too long, not printable, or looks like another.</summary>
    /// <param name="field">The member, as it is called on the wire.</param>
    /// <param name="id">The id; null is allowed.</param>
    public static void CheckId(string field, string? id)
    {
        if (id is not null && (id.Length is 0 or > ServiceLimits.MaxIdLength || !AllRunes(id, IsIdRune)))
        {
            throw new InvalidRequestException(
                field,
                $"{field} {Printable.Show(id)} is not allowed: use 1 to {ServiceLimits.MaxIdLength} characters, none of them a control character.");
        }
    }

    /// <summary>
    /// Refuses what can be no user, agent or session: what can be no id, and blanks alone, which mostly are a name that a program did not have.
    /// </summary>
    /// <param name="field">The member, as it is called on the wire.</param>
    /// <param name="id">The id; null is allowed.</param>
    public static void CheckOwner(string field, string? id)
    {
        CheckId(field, id);
        if (id is not null && string.IsNullOrWhiteSpace(id))
        {
            throw new InvalidRequestException(field, $"{field} is blank: name one, or leave it out to mean all.");
        }
    }

    /// <summary>Refuses text that is missing, blank, too long, or not storable.</summary>
    /// <param name="field">The member, as it is called on the wire.</param>
    /// <param name="text">The text.</param>
    /// <param name="limit">Its most UTF-16 units.</param>
    public static void CheckText(string field, string? text, int limit)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidRequestException(field, $"{field} is {(text is null ? "missing" : "blank")}: give it a text.");
        }

        if (text.Length > limit)
        {
            throw new InvalidRequestException(field, $"{field} has {text.Length} characters; at most {limit} are allowed. Split it.");
        }

        CheckStorable(field, text);
    }

    /// <summary>Refuses no messages, too many, and those that cannot be kept.</summary>
    /// <param name="request">The request.</param>
    public static void CheckMessages(MemorizeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Messages is null or { Count: 0 })
        {
            throw new InvalidRequestException("messages", "messages is missing or empty: give at least one.");
        }

        if (request.Messages.Count > ServiceLimits.MaxMessages)
        {
            throw new InvalidRequestException(
                "messages",
                $"messages has {request.Messages.Count} items; at most {ServiceLimits.MaxMessages} are allowed in one call. Send them in several.");
        }

        for (var i = 0; i < request.Messages.Count; i++)
        {
            CheckMessage(request.Messages[i], $"messages[{i.ToString(CultureInfo.InvariantCulture)}]");
        }
    }

    /// <summary>Refuses metadata that is no JSON object, or too long.</summary>
    /// <param name="field">The member, as it is called on the wire.</param>
    /// <param name="metadata">The metadata; null is allowed.</param>
    public static void CheckMetadata(string field, JsonElement? metadata)
    {
        if (metadata is { } value && (value.ValueKind != JsonValueKind.Object || value.GetRawText().Length > ServiceLimits.MaxMetadataLength))
        {
            throw new InvalidRequestException(field, $"{field} must be a JSON object of at most {ServiceLimits.MaxMetadataLength} characters.");
        }

        if (metadata is { } json && StoreArguments.HoldsNul(json))
        {
            throw new InvalidRequestException(field, $"{field} contains a NUL character: remove it.");
        }

        if (EarlierState.IsIn(metadata))
        {
            throw Reserved(field);
        }
    }

    /// <summary>Refuses JSON of any shape in which <c>metadata</c>, at any depth, sets what is not a caller's to set.</summary>
    /// <param name="field">The member, as it is called on the wire.</param>
    /// <param name="json">What it holds.</param>
    public static void CheckMetadataWithin(string field, JsonElement json)
    {
        if ((field == "metadata" && EarlierState.IsIn(json) ? "" : PathOfReserved(json)) is { } path)
        {
            throw Reserved(field + path);
        }
    }

    /// <summary>Refuses NUL and halves of surrogate pairs.</summary>
    /// <param name="field">The member, as it is called on the wire.</param>
    /// <param name="text">The text.</param>
    public static void CheckStorable(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidRequestException(field, $"{field} contains a NUL character: remove it.");
        }

        if (!AllRunes(text, _ => true))
        {
            throw new InvalidRequestException(field, $"{field} contains half of a surrogate pair: it is not valid Unicode text.");
        }
    }

    private static string? PathOfReserved(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json.EnumerateArray().Select(PathOfReserved).Index().Where(found => found.Item is not null)
                .Select(found => $"[{found.Index.ToString(CultureInfo.InvariantCulture)}]{found.Item}").FirstOrDefault();
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var member in json.EnumerateObject())
        {
            if (member.NameEquals("metadata") && EarlierState.IsIn(member.Value))
            {
                return ".metadata";
            }

            if (PathOfReserved(member.Value) is { } inner)
            {
                return $".{member.Name}{inner}";
            }
        }

        return null;
    }

    private static InvalidRequestException Reserved(string field) =>
        new(
            $"{field}.{EarlierState.Member}",
            $"{field}.{EarlierState.Member} is not a caller's to set: what Remanence keeps about it stands in its state. Leave the member out.");

    private static void CheckMessage(Message message, string at)
    {
        if (message is null)
        {
            throw new InvalidRequestException(at, $"{at} is null: give a message.");
        }

        CheckId(at + ".role", message.Role ?? "");
        CheckId(at + ".id", message.Id);
        CheckId(at + ".name", message.Name);
        CheckText(at + ".content", message.Content, ServiceLimits.MaxMessageLength);
    }

    private static bool IsWorkspaceRune(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || (rune.IsAscii && "-_.:@+~".Contains((char)rune.Value, StringComparison.Ordinal)) || IsMark(rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Bidirectional overrides make an id look like another one.
    private static bool IsIdRune(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0xFFFD);

    private static bool AllRunes(ReadOnlySpan<char> text, Func<Rune, bool> allowed)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var consumed) != System.Buffers.OperationStatus.Done || !allowed(rune))
            {
                return false;
            }

            text = text[consumed..];
        }

        return true;
    }
}
