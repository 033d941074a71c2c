using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Remanence.Server.Http;

/// <summary>The web pages of other sites that <c>http.allowed_origins</c> lets in.</summary>
internal static class AllowedOrigins
{
    private const string Any = "*";
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromMinutes(10);

    public static bool Contain(IReadOnlyList<string> allowed, string origin) =>
        allowed.Contains(Any, StringComparer.Ordinal) || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase);

    public static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> allowed) =>
        policy
            .SetIsOriginAllowed(origin => Contain(allowed, origin))
            .AllowAnyMethod()
            .AllowAnyHeader()
            .WithExposedHeaders("Mcp-Session-Id", "Retry-After")
            .SetPreflightMaxAge(AskedAgainAfter);
}
