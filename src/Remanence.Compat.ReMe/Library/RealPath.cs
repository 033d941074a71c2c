namespace Remanence.Compat.ReMe.Library;

/// <summary>Where a path really leads.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MaxLinks = 40;

    /// <summary>The path with every symbolic link on the way followed; parts that do not exist stay as they are.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    public static string Of(string path)
    {
        var links = 0;
        var root = Path.GetPathRoot(path)!;
        var real = root;
        var rest = new Stack<string>(Parts(path, root));
        while (rest.TryPop(out var part))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new IOException("Too many symbolic links.");
            }

            var full = Path.GetFullPath(target, real);
            root = Path.GetPathRoot(full)!;
            real = root;
            foreach (var linked in Parts(full, root))
            {
                rest.Push(linked);
            }
        }

        return real;
    }

    // Last part first, as a stack takes them.
    private static IEnumerable<string> Parts(string path, string root) =>
        path[root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse();
}
