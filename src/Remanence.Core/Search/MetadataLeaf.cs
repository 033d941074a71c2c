namespace Remanence.Search;

/// <summary>A value inside the metadata of a memory that a condition can hold for.</summary>
/// <param name="Path">The number of the members that lead to it.</param>
/// <param name="Text">The number of a text; else one of the constants.</param>
/// <param name="Number">Of a number.</param>
internal readonly record struct MetadataLeaf(int Path, int Text, double Number = 0)
{
    public const int IsNumber = -1;
    public const int IsTrue = -2;
    public const int IsFalse = -3;
}
