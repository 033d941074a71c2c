using System.Reflection;

namespace Remanence.Architecture.Tests;

/// <summary>The public types and members of an assembly as lines of text, sorted.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .SelectMany(type => new[] { Describe(type) }.Concat(Members(type).Order(StringComparer.Ordinal)));

    private static string Describe(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : "class";
        var modifier =
            type.IsAbstract && type.IsSealed ? "static "
            : type.IsAbstract && !type.IsInterface ? "abstract "
            : type.IsSealed && type.IsClass ? "sealed "
            : "";
        var bases = type.IsEnum
            ? []
            : (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? new[] { parent } : [])
                .Concat(type.GetInterfaces().Where(contract => contract.IsPublic && !contract.Name.StartsWith("IEquatable", StringComparison.Ordinal)))
                .Select(Name)
                .Order(StringComparer.Ordinal)
                .ToArray();
        return $"{modifier}{kind} {Name(type)}{(bases.Length == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"    {name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        }

        // Compiler-made members of records say nothing that the properties do not.
        return type.GetMembers(Declared)
            .Where(IsVisible)
            .Where(member => !member.Name.Contains('<', StringComparison.Ordinal))
            .Select(member => "    " + Describe(member));
    }

    private static bool IsVisible(MemberInfo member) =>
        member switch
        {
            MethodInfo method => IsVisible(method)
                && !method.IsSpecialName
                && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "Deconstruct"),
            ConstructorInfo constructor => IsVisible(constructor) && !(constructor.IsFamily && constructor.DeclaringType!.IsSealed),
            PropertyInfo property => (IsVisible(property.GetMethod) || IsVisible(property.SetMethod)) && property.Name != "EqualityContract",
            FieldInfo field => field.IsPublic || field.IsFamily,
            EventInfo happening => IsVisible(happening.AddMethod),
            _ => false,
        };

    private static bool IsVisible(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static string Describe(MemberInfo member) =>
        member switch
        {
            MethodInfo method =>
                $"{(method.IsStatic ? "static " : "")}{(method.IsAbstract ? "abstract " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            PropertyInfo property =>
                $"{(property.GetMethod?.IsStatic == true ? "static " : "")}{Name(property.PropertyType)} {property.Name} "
                + $"{{{(IsVisible(property.GetMethod) ? " get;" : "")}{Setter(property)} }}",
            FieldInfo field => $"{(field.IsLiteral ? "const " : "")}{Name(field.FieldType)} {field.Name}",
            _ => member.Name,
        };

    private static string Setter(PropertyInfo property)
    {
        if (!IsVisible(property.SetMethod))
        {
            return "";
        }

        var isInit = property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Any(type => type.Name == "IsExternalInit");
        return isInit ? " init;" : " set;";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : "")}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var name = type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." + type.Name : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
