using Remanence.Models.Prompts;

namespace Remanence.Privacy.Detection;

/// <summary>What stands in the place of what was removed.</summary>
internal static class Markers
{
    /// <summary>The kind of what a pattern of the user's own matched.</summary>
    public const string Pattern = "pattern";

    public static string Of(string kind, PromptLanguage language) => language == PromptLanguage.Chinese
        ? $"[已移除：{Chinese(kind)}]"
        : $"[{English(kind)} removed]";

    private static string English(string kind) => kind switch
    {
        PrivacyKinds.CardNumber => "card number",
        PrivacyKinds.Key => "key",
        PrivacyKinds.Iban => "account number",
        PrivacyKinds.Email => "email address",
        PrivacyKinds.Phone => "phone number",
        PrivacyKinds.IdNumber => "identity number",
        PrivacyKinds.Health => "personal detail",
        _ => "text",
    };

    private static string Chinese(string kind) => kind switch
    {
        PrivacyKinds.CardNumber => "卡号",
        PrivacyKinds.Key => "密钥",
        PrivacyKinds.Iban => "账号",
        PrivacyKinds.Email => "邮箱",
        PrivacyKinds.Phone => "电话",
        PrivacyKinds.IdNumber => "证件号",
        PrivacyKinds.Health => "个人信息",
        _ => "内容",
    };
}
