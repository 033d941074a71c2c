using Microsoft.Extensions.DependencyInjection;
using Remanence.Cli.Errors;
using Remanence.Diagnostics;
using Remanence.Hosting;
using Remanence.Models;

namespace Remanence.Cli.Connections;

/// <summary>The models of the settings, for commands that talk to one.</summary>
internal static class ConfiguredModels
{
    private const string DefaultChat = "default";

    /// <summary>A chat model by its name below <c>llm</c>.</summary>
    public static ChatModel OpenChat(RemanenceSettings settings, TimeProvider time, string name)
    {
        var services = Open(settings, time);
        var models = services.GetRequiredService<ModelCatalog>();
        if (!models.TryChat(name, out var client))
        {
            services.Dispose();
            throw new UsageException(
                settings.Configuration.ChatModels.Count == 0
                    ? $"No chat model is configured; set llm.{name}.model_name and llm.{name}.base_url (docs/models.md)."
                    : $"There is no chat model {Printable.Show(name)}; the configured ones are "
                        + $"{string.Join(", ", settings.Configuration.ChatModels.Select(profile => profile.Name))}.");
        }

        return new ChatModel(client, models.Profiles.First(profile => profile.Name == "llm." + name).Model, services);
    }

    /// <summary>The chat model of those who name none; null when no chat model is configured.</summary>
    public static ChatModel? FindChat(RemanenceSettings settings, TimeProvider time) =>
        settings.Configuration.ChatModels.Count == 0 ? null : OpenChat(settings, time, DefaultChat);

    /// <summary>All of them, as <see cref="ModelCatalog"/>.</summary>
    public static ServiceProvider Open(RemanenceSettings settings, TimeProvider time) =>
        new ServiceCollection().AddSingleton(time).AddEngine(settings).BuildServiceProvider();
}
