using System.Collections.Frozen;

namespace Remanence.Text.Time.Reading;

/// <summary>Small English words that hold clauses together and of which a language gets no new ones.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = Set(
        "here there home back in out up off over round around by down away again abroad overseas due ready closed open free busy");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Objects = Set("me us him them you it myself");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joints = Set(
        "but that so because if while since though although unless whether where when "
            + "say says said saying think thinks thought hear heard know knows knew hope hopes guess believe forgot forget told tell mentioned reckon "
            + "realised realized remember reminder means");

    public static ReadOnlySpan<char> Of(TokenStream tokens, int at) => tokens.Text.AsSpan(tokens[at].Start, tokens[at].Length);

    /// <summary>"here", "home", "off": where somebody is or what has become of it.</summary>
    public static bool IsParticle(TokenStream tokens, int at) => tokens[at].Kind == TokenKind.Word && Particles.Contains(Of(tokens, at));

    /// <summary>"me", "them": who is told or taken.</summary>
    public static bool IsObject(TokenStream tokens, int at) => tokens[at].Kind == TokenKind.Word && Objects.Contains(Of(tokens, at));

    /// <summary>"because", "he said": another clause begins behind it.</summary>
    public static bool JoinsClauses(TokenStream tokens, int at) => tokens[at].Kind == TokenKind.Word && Joints.Contains(Of(tokens, at));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
