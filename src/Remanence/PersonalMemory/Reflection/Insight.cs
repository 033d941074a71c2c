using Remanence.Memories;
using Remanence.ReMe.Formats;
using Remanence.ReMe.Library;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>What was concluded about one subject.</summary>
/// <param name="Subject">The subject's name.</param>
/// <param name="Text">The conclusion as a sentence.</param>
/// <param name="From">The observations that it is drawn from.</param>
/// <param name="Author">The model, or <see cref="Memory.Verbatim"/> for rules.</param>
internal sealed record Insight(string Subject, string Text, IReadOnlyList<Memory> From, string Author)
{
    /// <summary>The relation of an insight to the observations behind it.</summary>
    public const string DrawnFrom = "drawn_from";

    private const int MaxLinks = 50;

    public static string SubjectOf(Memory memory) => Aside.Get(memory, ReMeFields.ReflectionSubject) is { ValueKind: System.Text.Json.JsonValueKind.String } subject ? subject.GetString()! : string.Empty;

    /// <summary>A new memory, or the stored one with what was found now.</summary>
    public Memory ToMemory(Memory? stored, Scope scope, DateTimeOffset now)
    {
        var memory = stored ?? new Memory
        {
            Id = Identifiers.From("insight", scope.Workspace, scope.User, scope.Agent, scope.Session, Facts.FactText.Normal(Subject)),
            Scope = scope,
            Kind = MemoryKinds.Insight,
            Content = Text,
            ObservedAt = now,
            RecordedAt = now,
            UpdatedAt = now,
            Trigger = Subject,
            Keywords = [Subject],
            Metadata = Aside.With(null, ReMeFields.ReflectionSubject, JsonBuild.Text(Subject)),
        };
        return new Memory(memory)
        {
            Content = Text,
            Author = Author,
            Status = MemoryStatus.Active,
            ObservedAt = From.Select(observation => observation.ObservedAt).DefaultIfEmpty(memory.ObservedAt).Max(),
            Sources = [.. memory.Sources.Union(From.SelectMany(observation => observation.Sources)).TakeLast(MaxLinks)],
            Links = [.. memory.Links.Union(From.Select(observation => new MemoryLink(observation.Id, DrawnFrom))).TakeLast(MaxLinks)],
        };
    }
}
