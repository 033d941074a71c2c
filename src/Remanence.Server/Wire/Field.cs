namespace Remanence.Server.Wire;

/// <summary>Where a value stands in a request; written out only when something is wrong with it.</summary>
internal readonly record struct Field(string Name, int Index = -1, string? Member = null)
{
    public override string ToString()
    {
        var name = Index < 0 ? Name : $"{Name}[{Index}]";
        return Member is null ? name : $"{name}.{Member}";
    }

    public static implicit operator Field(string name) => new(name);
}
