using System.Reflection;
using System.Reflection.Metadata;

namespace PackageDocs;

/// <summary>The names, as XML documentation writes them, of what an assembly shows to others.</summary>
internal static class PublicIds
{
    public static HashSet<string> Of(MetadataReader reader)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(type => IsVisible(reader, type)))
        {
            Add(reader, type, ids);
        }

        return ids;
    }

    private static void Add(MetadataReader reader, TypeDefinition type, HashSet<string> ids)
    {
        var name = SignatureNames.Of(reader, type);
        ids.Add("T:" + name);
        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition).Where(IsVisible))
        {
            ids.Add("M:" + name + "." + MemberName(reader, method.Name) + Arity(method) + Parameters(reader, method) + Conversion(reader, method));
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(IsVisible))
        {
            ids.Add("F:" + name + "." + MemberName(reader, field.Name));
        }

        foreach (var property in type.GetProperties().Select(reader.GetPropertyDefinition))
        {
            var accessors = property.GetAccessors();
            if (IsVisible(reader, accessors.Getter) || IsVisible(reader, accessors.Setter))
            {
                ids.Add("P:" + name + "." + MemberName(reader, property.Name) + Parameters(property.DecodeSignature(SignatureNames.Instance, null)));
            }
        }

        foreach (var changed in type.GetEvents().Select(reader.GetEventDefinition).Where(one => IsVisible(reader, one.GetAccessors().Adder)))
        {
            ids.Add("E:" + name + "." + MemberName(reader, changed.Name));
        }
    }

    // A nested type is seen where all around it are.
    private static bool IsVisible(MetadataReader reader, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
            IsVisible(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static bool IsVisible(MetadataReader reader, MethodDefinitionHandle method) => !method.IsNil && IsVisible(reader.GetMethodDefinition(method));

    private static bool IsVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    // ".ctor" is "#ctor", and so are the dots in the names of explicit implementations.
    private static string MemberName(MetadataReader reader, StringHandle name) => reader.GetString(name).Replace('.', '#').Replace('<', '{').Replace('>', '}');

    private static string Arity(MethodDefinition method) => method.GetGenericParameters().Count is > 0 and var count ? "``" + count : string.Empty;

    private static string Parameters(MetadataReader reader, MethodDefinition method) => Parameters(method.DecodeSignature(SignatureNames.Instance, null));

    private static string Parameters(MethodSignature<string> signature) =>
        signature.ParameterTypes.IsEmpty ? string.Empty : "(" + string.Join(',', signature.ParameterTypes) + ")";

    private static string Conversion(MetadataReader reader, MethodDefinition method) =>
        reader.GetString(method.Name) is "op_Implicit" or "op_Explicit" ? "~" + method.DecodeSignature(SignatureNames.Instance, null).ReturnType : string.Empty;
}
