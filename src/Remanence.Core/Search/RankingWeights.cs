namespace Remanence.Search;

/// <summary>How much each signal counts. The base score of a memory lies between 0 and 1.</summary>
internal sealed record RankingWeights
{
    /// <summary>How fast repetition of a term saturates (BM25).</summary>
    public float K1 { get; init; } = 0.9f;

    /// <summary>How much length counts against a passage (BM25).</summary>
    public float B { get; init; } = 0.4f;

    /// <summary>What a stop word of the query counts, other terms counting 1.</summary>
    public float StopWord { get; init; } = 0.1f;

    /// <summary>What a speaker's name in the query counts among its terms, other terms counting 1.</summary>
    public float SpokenName { get; init; } = 0.4f;

    /// <summary>Share of the lexical score in the base, the vector score having the rest.</summary>
    public float Lexical { get; init; } = 0.5f;

    /// <summary>What a message gains from its direct neighbours' base scores.</summary>
    public float Near { get; init; } = 0.3f;

    /// <summary>What it gains from those one further.</summary>
    public float Far { get; init; } = 0.2f;

    /// <summary>What it gains when the message before it asked.</summary>
    public float Answer { get; init; } = 0.15f;

    /// <summary>What the best episode gives to its messages.</summary>
    public float Episode { get; init; } = 0.3f;

    /// <summary>What a message gains when the query names its speaker.</summary>
    public float Speaker { get; init; } = 0.2f;

    /// <summary>What an assistant's long answer loses to what people say of themselves.</summary>
    public float Lecture { get; init; } = 0.3f;

    /// <summary>What a time in the query gives to a memory whose time overlaps.</summary>
    public float Time { get; init; } = 0.5f;

    /// <summary>What a memory with a time of its own gains when the query asks for one.</summary>
    public float HasTime { get; init; } = 0.1f;

    /// <summary>What a message that only asks loses.</summary>
    public float Question { get; init; } = 0.2f;

    /// <summary>What a message that hardly says anything loses.</summary>
    public float Short { get; init; } = 0.1f;

    /// <summary>What the latest memory gains over the oldest, others in between.</summary>
    public float Recency { get; init; } = 0.01f;

    /// <summary>What a validated or often reinforced memory gains.</summary>
    public float Standing { get; init; } = 0.05f;

    /// <summary>What a memory loses that says word for word what a better one says.</summary>
    public float Duplicate { get; init; } = 0.5f;
}
