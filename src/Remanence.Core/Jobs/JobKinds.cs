namespace Remanence.Jobs;

/// <summary>The kinds of background work that come with Remanence. A job of any other kind needs a handler of the user's own.</summary>
public static class JobKinds
{
    /// <summary>Makes observations of new messages; one job a call, run in batches.</summary>
    public const string Consolidate = "consolidate";

    /// <summary>Draws insights from observations.</summary>
    public const string Reflect = "reflect";

    /// <summary>Embeds a workspace with an external embedder, or back with the built-in one.</summary>
    public const string Embed = "embed";

    /// <summary>Tells a search engine what changed in a workspace.</summary>
    public const string Project = "project";

    /// <summary>Tells a receiver what changed in a workspace.</summary>
    public const string Webhook = "webhook";
}
