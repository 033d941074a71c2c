namespace Remanence.Evaluation.FrozenLake.Simulation;

/// <summary>A square lake: S is the start, top left; G the goal, bottom right; F frozen; H a hole. Immutable.</summary>
internal sealed class LakeMap
{
    public const char StartCell = 'S';
    public const char GoalCell = 'G';
    public const char FrozenCell = 'F';
    public const char HoleCell = 'H';
    public const int MinSize = 2;
    public const int MaxSize = 100;

    private LakeMap(string id, long seed, IReadOnlyList<string> rows)
    {
        Id = id;
        Seed = seed;
        Rows = rows;
    }

    /// <summary>What it is called in its file.</summary>
    public string Id { get; }

    /// <summary>What it was drawn from.</summary>
    public long Seed { get; }

    public IReadOnlyList<string> Rows { get; }

    public int Size => Rows.Count;

    public char this[LakeCell cell] => Rows[cell.Row][cell.Column];

    /// <summary>Makes a map from its rows.</summary>
    /// <exception cref="EvaluationDataException">They are no map that can be played and solved.</exception>
    public static LakeMap Create(string id, long seed, IReadOnlyList<string> rows)
    {
        var map = new LakeMap(id, seed, rows);
        if (map.Fault() is { } fault)
        {
            throw new EvaluationDataException($"Map {id} {fault}.");
        }

        return map;
    }

    /// <summary>Draws a map: each cell is frozen in four cases of five, else a hole; drawn again until a path leads to the goal.</summary>
    public static LakeMap Generate(string id, long seed, int size)
    {
        const double Frozen = 0.8;
        ArgumentOutOfRangeException.ThrowIfLessThan(size, MinSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaxSize);
        var random = SeededRandom.Named($"map/{size}/{seed}");
        while (true)
        {
            var cells = new char[size][];
            for (var row = 0; row < size; row++)
            {
                cells[row] = new char[size];
                for (var column = 0; column < size; column++)
                {
                    cells[row][column] = random.NextDouble() < Frozen ? FrozenCell : HoleCell;
                }
            }

            cells[0][0] = StartCell;
            cells[^1][^1] = GoalCell;
            var map = new LakeMap(id, seed, [.. cells.Select(row => new string(row))]);
            if (map.IsSolvable())
            {
                return map;
            }
        }
    }

    /// <summary>Whether some path leads from the start to the goal.</summary>
    public bool IsSolvable()
    {
        var seen = new HashSet<LakeCell> { LakeCell.Start };
        var open = new Stack<LakeCell>(seen);
        while (open.TryPop(out var cell))
        {
            if (this[cell] == GoalCell)
            {
                return true;
            }

            foreach (var next in LakeActions.All.Select(action => cell.Move(action, Size)))
            {
                if (this[next] != HoleCell && seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private string? Fault()
    {
        if (Size is < MinSize or > MaxSize)
        {
            return $"has {Size} rows; a map has {MinSize} to {MaxSize}";
        }

        if (Rows.FirstOrDefault(row => row.Length != Size) is { } odd)
        {
            return $"is not square: a row has {odd.Length} cells, and there are {Size} rows";
        }

        if (string.Concat(Rows).AsSpan().IndexOfAnyExcept("SFHG") >= 0)
        {
            return "holds other letters than S, F, H and G";
        }

        var corners = this[LakeCell.Start] == StartCell && Rows[^1][^1] == GoalCell;
        if (!corners || string.Concat(Rows).Count(cell => cell is StartCell or GoalCell) != 2)
        {
            return "needs its only S top left and its only G bottom right";
        }

        return IsSolvable() ? null : "has no path from S to G";
    }
}
