using Remanence.Compat.ReMe.Library;

namespace Remanence.Tests.TaskMemory;

/// <summary>A caller names a folder on the server; only libraries can be reached by it.</summary>
public sealed class LibraryPathsTests
{
    [Fact]
    public void A_folder_that_is_allowed_or_below_one_is_found()
    {
        using var folder = new TemporaryFolder();
        var root = RealPath.Of(folder.Path);
        var paths = new LibraryPaths([Path.Combine(root, "a"), Path.Combine(root, "library")]);
        paths.Resolve(Path.Combine(root, "library"), "demo").ShouldBe(Path.Combine(root, "library", "demo.jsonl"));
        paths.Resolve(Path.Combine(root, "library") + "/", "demo").ShouldBe(Path.Combine(root, "library", "demo.jsonl"));
        paths.Resolve(Path.Combine(root, "x", "..", "library", "deep"), "工作").ShouldBe(Path.Combine(root, "library", "deep", "工作.jsonl"));
        new LibraryPaths([Path.Combine("docs", "library")]).Resolve("./docs/library", "demo").ShouldEndWith(Path.Combine("docs", "library", "demo.jsonl"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("library/..")]
    [InlineData("library/../../etc")]
    [InlineData("library-other")]
    [InlineData("/etc")]
    [InlineData("a\0b")]
    [InlineData("~")]
    public void Any_other_folder_is_refused(string path)
    {
        using var folder = new TemporaryFolder();
        var paths = new LibraryPaths([Path.Combine(folder.Path, "library")]);
        Should
            .Throw<InvalidRequestException>(() => paths.Resolve(path.Length == 0 || Path.IsPathRooted(path) ? path : Path.Combine(folder.Path, path), "demo"))
            .Field.ShouldBe("path");
    }

    [Theory]
    [InlineData("../demo")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("")]
    [InlineData("a\\b")]
    public void A_workspace_must_have_a_legal_name(string workspace)
    {
        using var folder = new TemporaryFolder();
        Should.Throw<InvalidRequestException>(() => new LibraryPaths([folder.Path]).Resolve(folder.Path, workspace));
    }

    [Fact]
    public void A_name_too_long_for_a_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<InvalidRequestException>(() => new LibraryPaths([folder.Path]).Resolve(folder.Path, new string('长', 120))).Field.ShouldBe("workspace_id");
    }

    [Fact]
    public void Links_that_lead_outside_are_refused()
    {
        using var folder = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        var root = RealPath.Of(folder.Path);
        var library = Directory.CreateDirectory(Path.Combine(root, "library")).FullName;
        var paths = new LibraryPaths([library]);
        Directory.CreateSymbolicLink(Path.Combine(library, "out"), outside.Path);
        Directory.CreateSymbolicLink(Path.Combine(library, "in"), Path.Combine("..", "library"));
        Directory.CreateSymbolicLink(Path.Combine(library, "round"), "round");
        File.CreateSymbolicLink(Path.Combine(library, "stolen.jsonl"), Path.Combine(outside.Path, "secret"));
        Should.Throw<InvalidRequestException>(() => paths.Resolve(Path.Combine(library, "out"), "demo"));
        Should.Throw<InvalidRequestException>(() => paths.Resolve(Path.Combine(library, "round"), "demo"));
        Should.Throw<InvalidRequestException>(() => paths.Resolve(library, "stolen"));
        paths.Resolve(Path.Combine(library, "in"), "demo").ShouldBe(Path.Combine(library, "demo.jsonl"));
    }

    [Fact]
    public void An_allowed_folder_may_itself_be_a_link()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        var link = Path.Combine(folder.Path, "library");
        Directory.CreateSymbolicLink(link, elsewhere.Path);
        new LibraryPaths([link]).Resolve(link, "demo").ShouldBe(Path.Combine(RealPath.Of(elsewhere.Path), "demo.jsonl"));
    }
}
