using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PackageDocs;

/// <summary>Types as the names in XML documentation write them.</summary>
internal sealed class SignatureNames : ISignatureTypeProvider<string, object?>
{
    public static SignatureNames Instance { get; } = new();

    public static string Of(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        return type.IsNested ? Of(reader, reader.GetTypeDefinition(type.GetDeclaringType())) + "." + name : InNamespace(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Of(reader, reader.GetTypeDefinition(handle));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, rawTypeKind) + "." + name
            : InNamespace(reader.GetString(type.Namespace), name);
    }

    // Arguments stand where the count of them stands in the type's own name, also in the middle of it where types are nested.
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        var parts = genericType.Split('`');
        var (written, taken) = (parts[0], 0);
        foreach (var part in parts[1..])
        {
            var digits = part.TakeWhile(char.IsAsciiDigit).Count();
            var count = int.Parse(part[..digits], System.Globalization.CultureInfo.InvariantCulture);
            written += "{" + string.Join(',', typeArguments.Skip(taken).Take(count)) + "}" + part[digits..];
            taken += count;
        }

        return written;
    }

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[" + string.Join(',', Enumerable.Repeat("0:", shape.Rank)) + "]";

    public string GetByReferenceType(string elementType) => elementType + "@";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        "=FUNC:" + signature.ReturnType + "(" + string.Join(',', signature.ParameterTypes) + ")";

    public string GetGenericMethodParameter(object? genericContext, int index) => "``" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => "`" + index;

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    private static string InNamespace(string space, string name) => space.Length == 0 ? name : space + "." + name;
}
