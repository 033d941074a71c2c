// Takes out of a library's XML documentation what nobody outside can use: types that are not public, and members that are neither public nor protected.
//
//   dotnet package-docs.dll Remanence.Core.dll Remanence.Core.xml out/Remanence.Core.xml
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using PackageDocs;

using var stream = File.OpenRead(args[0]);
using var assembly = new PEReader(stream);
var known = PublicIds.Of(assembly.GetMetadataReader());
var document = XDocument.Load(args[1], LoadOptions.PreserveWhitespace);
foreach (var member in document.Descendants("member").Where(member => !known.Contains(member.Attribute("name")!.Value)).ToList())
{
    // With the line break before it.
    (member.PreviousNode as XText)?.Remove();
    member.Remove();
}

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[2]))!);
document.Save(args[2], SaveOptions.DisableFormatting);
