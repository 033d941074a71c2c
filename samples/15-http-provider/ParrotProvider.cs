using Microsoft.Extensions.AI;
using Remanence.Models.Endpoints;
using Remanence.Models.Profiles;

namespace HttpProvider;

public sealed class ParrotProvider : ModelProvider
{
    public override string Backend => "parrot";

    public override IReadOnlyList<string> ParameterNames => [];

    // One attempt with the profile's limits in time; whatever goes wrong on the wire is told as a ModelException already.
    public override IChatClient CreateChat(ModelProfile profile) =>
        new ParrotChatClient(profile, EndpointHttp.Key(profile), EndpointHttp.Create(profile, TimeProvider.System));
}
