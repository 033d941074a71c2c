namespace Remanence.Evaluation.FrozenLake.Simulation;

/// <summary>A place on the lake, counted from 0.</summary>
internal readonly record struct LakeCell(int Row, int Column)
{
    public static LakeCell Start => default;

    /// <summary>The cell that a move leads to; at a wall, the cell itself.</summary>
    public LakeCell Move(LakeAction action, int size) => action switch
    {
        LakeAction.Left => this with { Column = Math.Max(Column - 1, 0) },
        LakeAction.Down => this with { Row = Math.Min(Row + 1, size - 1) },
        LakeAction.Right => this with { Column = Math.Min(Column + 1, size - 1) },
        _ => this with { Row = Math.Max(Row - 1, 0) },
    };
}
