using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Remanence.Architecture.Tests;

/// <summary>What stands in a package is what its users can use.</summary>
public sealed class PackageTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remanence-package-");

    public static TheoryData<string> Libraries() =>
    [
        .. Repository.Projects("src").Where(IsPacked).Select(project => Path.GetFileNameWithoutExtension(project)!)
            .Except(["Remanence.Cli"], StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task Its_documentation_is_of_the_public_surface_and_of_all_of_it(string library)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, library + ".dll");
        var written = Path.Combine(AppContext.BaseDirectory, library + ".xml");
        var packed = Path.Combine(_folder.FullName, library + ".xml");

        await RunAsync("exec", Path.Combine(AppContext.BaseDirectory, "package-docs.dll"), assembly, written, packed);

        Documented(XDocument.Load(packed)).ShouldBe(Documented(XDocument.Load(written)).Intersect(Public(assembly), StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public async Task A_package_carries_what_packages_of_the_field_carry()
    {
        var project = Path.Combine(Repository.Root, "src", "Remanence.Http", "Remanence.Http.csproj");
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        await RunAsync("pack", project, "--no-build", "-c", configuration, "-o", _folder.FullName);

        using var package = await ZipFile.OpenReadAsync(_folder.GetFiles("*.nupkg").ShouldHaveSingleItem().FullName);
        string[] names = [.. package.Entries.Select(entry => entry.FullName)];
        foreach (var name in (string[])["README.md", "LICENSE", "NOTICE", "lib/net10.0/Remanence.Http.dll", "lib/net10.0/Remanence.Http.xml"])
        {
            names.ShouldContain(name);
        }

        var specification = await XDocument.LoadAsync(
            await package.GetEntry("Remanence.Http.nuspec")!.OpenAsync(), LoadOptions.None, TestContext.Current.CancellationToken);
        string Said(string name) => specification.Descendants().Single(element => element.Name.LocalName == name).Value;
        (Said("license"), Said("readme")).ShouldBe(("Apache-2.0", "README.md"));
        Said("tags").ShouldContain("memory");
        Said("description").ShouldNotBeNullOrWhiteSpace();

        var documentation = await XDocument.LoadAsync(
            await package.GetEntry("lib/net10.0/Remanence.Http.xml")!.OpenAsync(), LoadOptions.None, TestContext.Current.CancellationToken);
        Documented(documentation).ShouldNotBeEmpty();
        Documented(documentation).ShouldBeSubsetOf(Public(Path.Combine(AppContext.BaseDirectory, "Remanence.Http.dll")));
    }

    private static bool IsPacked(string project) => XDocument.Load(project).Descendants("IsPackable").Any(element => element.Value == "true");

    private static IEnumerable<string> Documented(XDocument documentation) =>
        documentation.Descendants("member").Select(member => member.Attribute("name")!.Value);

    private static HashSet<string> Public(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in module.GetTypes().Where(IsVisible))
        {
            ids.Add(DocCommentId.GetDocCommentId(type));
            ids.UnionWith(type.Methods.Where(IsVisible).Select(DocCommentId.GetDocCommentId));
            ids.UnionWith(type.Fields.Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(DocCommentId.GetDocCommentId));
            ids.UnionWith(type.Properties.Where(one => IsVisible(one.GetMethod) || IsVisible(one.SetMethod)).Select(DocCommentId.GetDocCommentId));
            ids.UnionWith(type.Events.Where(one => IsVisible(one.AddMethod)).Select(DocCommentId.GetDocCommentId));
        }

        return ids;
    }

    private static bool IsVisible(TypeDefinition type) =>
        type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType) : type.IsPublic;

    private static bool IsVisible(MethodDefinition? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static async Task RunAsync(params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, await said + await complained);
    }
}
