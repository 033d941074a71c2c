using Remanence;
using Remanence.Memories;
using Remanence.Operators;

namespace OwnLibrary;

// A workspace's memories as a list in Markdown, one folder for all of them: "- when: what". Ids are made of the lines, so that loading twice changes nothing.
public sealed class MarkdownLibrary(string folder, TimeProvider time) : MemoryLibrary
{
    private const string Bullet = "- ";

    public override string Locate(string path, string workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return Path.GetFullPath(path) != Path.GetFullPath(folder) ? throw new InvalidRequestException("path", "Libraries lie in another folder here.")
            : workspace.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? Path.Combine(folder, workspace + ".md")
            : throw new InvalidRequestException("workspace", "A library's workspace is named by letters, digits and dashes.");
    }

    public override async Task<IReadOnlyList<Memory>> ReadAsync(string file, string workspace, CancellationToken cancellationToken)
    {
        var lines = File.Exists(file) ? await File.ReadAllLinesAsync(file, cancellationToken) : [];
        return [.. lines.Where(line => line.StartsWith(Bullet, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Select(Read)];

        Memory Read(string line)
        {
            var (parts, now) = (line[Bullet.Length..].Split(": ", 2), time.GetUtcNow());
            return new Memory
            {
                Id = Identifiers.From("markdown", workspace, line),
                Scope = new Scope(workspace),
                Kind = MemoryKinds.Task,
                Trigger = parts.Length == 2 ? parts[0] : null,
                Content = parts[^1],
                ObservedAt = now,
                RecordedAt = now,
                UpdatedAt = now,
            };
        }
    }

    public override async Task<int> WriteAsync(string file, IAsyncEnumerable<Memory> memories, CancellationToken cancellationToken)
    {
        var lines = await memories.Select(memory => Bullet + Line(memory).ReplaceLineEndings(" ")).ToListAsync(cancellationToken);
        Directory.CreateDirectory(folder);
        var draft = file + ".draft";
        await File.WriteAllLinesAsync(draft, lines, cancellationToken);
        File.Move(draft, file, overwrite: true);
        return lines.Count;
    }

    private static string Line(Memory memory) => memory.Trigger is { } trigger ? $"{trigger}: {memory.Content}" : memory.Content;
}
