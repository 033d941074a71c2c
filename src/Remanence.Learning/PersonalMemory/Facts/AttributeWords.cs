using Remanence.Models.Prompts;

namespace Remanence.PersonalMemory.Facts;

/// <summary>
/// What one asks for an attribute by, where the fact's own sentence does not say it: "The user is called John Smith." answers "what's my name?". They go into
/// the keywords of facts that rules make, so that search finds them.
/// </summary>
internal static class AttributeWords
{
    public static IReadOnlyList<string> Of(string attribute, PromptLanguage language) => language == PromptLanguage.Chinese
        ? attribute switch
        {
            Attributes.Name => ["名字", "姓名"],
            Attributes.Age => ["年龄"],
            Attributes.Home => ["住址"],
            Attributes.Origin => ["家乡"],
            Attributes.Employer => ["公司", "工作"],
            Attributes.Occupation => ["职业", "工作"],
            Attributes.Likes => ["爱好"],
            Attributes.Plan => ["计划"],
            Attributes.Family => ["家人"],
            _ => [],
        }
        : attribute switch
        {
            Attributes.Name => ["name"],
            Attributes.Age => ["age"],
            Attributes.Home => ["home", "address"],
            Attributes.Origin => ["origin", "hometown"],
            Attributes.Employer => ["employer", "job"],
            Attributes.Occupation => ["occupation", "job"],
            Attributes.Likes => ["likes"],
            Attributes.Plan => ["plan"],
            Attributes.Family => ["family"],
            Attributes.Pet => ["pet"],
            Attributes.Status => ["marital status"],
            Attributes.Diet => ["diet"],
            _ => [],
        };
}
