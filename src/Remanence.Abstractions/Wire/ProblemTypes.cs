namespace Remanence.Wire;

/// <summary>The values of <see cref="ProblemDocument.Type"/>; clients may rely on them.</summary>
public static class ProblemTypes
{
    /// <summary>The request cannot be understood; nothing was stored. 400.</summary>
    public const string InvalidRequest = "urn:remanence:problem:invalid-request";

    /// <summary>A cursor that this server did not give out. 400.</summary>
    public const string InvalidCursor = "urn:remanence:problem:invalid-cursor";

    /// <summary>A page on a foreign host, or a foreign host name, asks. 403.</summary>
    public const string ForeignOrigin = "urn:remanence:problem:foreign-origin";

    /// <summary>What was asked for does not exist, or the scope may not see it. 404.</summary>
    public const string NotFound = "urn:remanence:problem:not-found";

    /// <summary>The server has no such path. 404.</summary>
    public const string NoSuchRoute = "urn:remanence:problem:no-such-route";

    /// <summary>The path has no such method. 405.</summary>
    public const string MethodNotAllowed = "urn:remanence:problem:method-not-allowed";

    /// <summary>It changed meanwhile, or its state does not allow this. 409.</summary>
    public const string Conflict = "urn:remanence:problem:conflict";

    /// <summary>The idempotency key was used before with other content. 409.</summary>
    public const string IdempotencyConflict = "urn:remanence:problem:idempotency-conflict";

    /// <summary>The body is larger than the server takes. 413.</summary>
    public const string BodyTooLarge = "urn:remanence:problem:body-too-large";

    /// <summary>The body's media type is not understood here. 415.</summary>
    public const string UnsupportedMediaType = "urn:remanence:problem:unsupported-media-type";

    /// <summary>There are as many streams as there may be, of the caller (429) or in all (503).</summary>
    public const string TooManyStreams = "urn:remanence:problem:too-many-streams";

    /// <summary>The server failed; its log says why. 500.</summary>
    public const string InternalError = "urn:remanence:problem:internal-error";

    /// <summary>A flow failed, or took too long. 500 or 504.</summary>
    public const string FlowFailed = "urn:remanence:problem:flow-failed";

    /// <summary>The memory service behind the server has no such capability. 501.</summary>
    public const string NotSupported = "urn:remanence:problem:not-supported";

    /// <summary>A model gave no usable answer. 502.</summary>
    public const string ModelFailed = "urn:remanence:problem:model-failed";

    /// <summary>The job that the caller waited for failed; what was sent is kept. 502.</summary>
    public const string JobFailed = "urn:remanence:problem:job-failed";

    /// <summary>The store cannot be used at the moment. 503.</summary>
    public const string StoreUnavailable = "urn:remanence:problem:store-unavailable";

    /// <summary>The store is damaged; no change is taken, and trying again does not help. 503.</summary>
    public const string StoreDamaged = "urn:remanence:problem:store-damaged";

    /// <summary>There is no room left. 507.</summary>
    public const string StoreFull = "urn:remanence:problem:store-full";
}
