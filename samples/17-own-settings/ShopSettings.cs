using Remanence.Configuration;
using Remanence.Configuration.Tree;

namespace OwnSettings;

internal static class ShopSettings
{
    private static readonly Setting<int> Open = Settings.WholeNumber("shop.open", 9, 0, 23, "The hour at which the shop opens.");
    private static readonly Setting<bool> Sunday = Settings.Flag("shop.sunday", false, "Whether it opens on Sundays.");
    private static readonly Setting<string?> Label = Settings.OptionalText("label", "What stands on the shelf.");
    private static readonly Setting<IReadOnlyDictionary<string, ConfigurationNode>> Prices = Settings.Members("prices", "Sizes and what each costs.");
    private static readonly Setting<IReadOnlyList<ConfigurationNode>> Words = Settings.Items("words", "What is said of it.");
    private static readonly SettingSection Shelves = new("shelf", "a shelf", Label, Prices, Words);

    // What the till that was there before calls its hours; files that were written for it go on being read.
    private static readonly ForeignSettings Till = new(["till_hours"], [], said =>
    {
        if (said.Take("till_hours") is { } hours)
        {
            Translate(said, hours);
        }
    });

    public static SettingCatalogue Known { get; } = new([Open, Sunday], [Shelves], Till);

    public static void Show(ConfigurationTree tree)
    {
        var root = tree.Root;
        Console.WriteLine($"  opens at {root.Get(Open)}, {Where(root.Find(Open))}; on Sundays: {root.Get(Sunday)}");
        foreach (var (name, shelf) in root.Entries(Shelves))
        {
            var prices = shelf.Get(Prices);
            foreach (var node in prices.Values.Where(node => node.Kind != NodeKind.Value))
            {
                shelf.Refuse(node, "must be a price.");
            }

            var costs = string.Join(", ", prices.Select(price => $"{price.Key} for {SettingReader.Show(price.Value)}"));
            Console.WriteLine($"  {name}, {shelf.Origin}: {shelf.Get(Label)} {costs} {Said(shelf)}");
        }

        // All that is wrong is told together, what was refused here with the rest.
        tree.ThrowIfFaulty();
        foreach (var warning in tree.Warnings)
        {
            Console.WriteLine("  " + warning);
        }
    }

    private static void Translate(SettingTranslation said, ConfigurationNode hours) => said.Say("shop.open", hours, hours.Text.Split('-')[0]);

    private static string Said(SettingReader shelf) => string.Join('/', shelf.Get(Words).Select(node => node.Text));

    private static string Where(ConfigurationNode? node) => node?.Origin is { } origin ? $"by {Place(origin)}" : "as nobody said otherwise";

    private static string Place(ConfigurationOrigin origin) => origin.Line is { } line ? $"line {line} of {origin.File}" : origin.Where;
}
