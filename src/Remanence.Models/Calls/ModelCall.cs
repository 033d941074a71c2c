using Remanence.Models.Profiles;

namespace Remanence.Models.Calls;

/// <summary>One call of a model, as the policies around it see it.</summary>
/// <param name="Profile">Who is asked.</param>
/// <param name="Operation">What for, a value of <c>gen_ai.operation.name</c>.</param>
/// <param name="EstimateInput">How many tokens are sent, for endpoints that do not say.</param>
internal sealed record ModelCall(ModelProfile Profile, string Operation, Func<int> EstimateInput);
