// Settings of a program of one's own: declared once, read from a file, the environment and arguments; their help and their faults come from
// the declaration.
//
//   dotnet run --project samples/17-own-settings -- shop.open=9 shop.shelf.tea.label=Tea
using OwnSettings;
using Remanence.Configuration;

var folder = Directory.CreateTempSubdirectory("remanence-settings-");
await File.WriteAllTextAsync(Path.Combine(folder.FullName, "shop.yaml"), """
    shop:
      open: 8
    shelf:
      tea:
        label: Jasmine
        prices: {small: 3, large: 5.5}
        words: [green, mild]
      books:
        label: ${SHOP_BOOKS}
    """);
Console.WriteLine("What can be set:");
foreach (var setting in ShopSettings.Known.Settings)
{
    Console.WriteLine($"  {setting.Name} ({setting.Values}{(setting.Default.Length > 0 ? ", else " + setting.Default : "")})  {setting.Description}");
}

foreach (var section in ShopSettings.Known.Sections)
{
    Console.WriteLine($"  {section.Name}.NAME  {section.Entry}: {string.Join(", ", section.Settings.Select(setting => setting.Name))}");
}

foreach (var arguments in (string[][])[args, ["till_hours=10-18"], ["shop.open=25", "shelf.tea.prices=cheap", "shelf.tee.labels=Tee"]])
{
    Console.WriteLine($"\nWith {(arguments.Length == 0 ? "no arguments" : string.Join(' ', arguments))}:");
    try
    {
        ShopSettings.Show(ConfigurationTree.Read(
            new ConfigurationSources
            {
                File = "shop.yaml",
                WorkingFolder = folder.FullName,
                Arguments = arguments,
                Environment = name => name == "SHOP_BOOKS" ? "Books" : null,
            },
            ShopSettings.Known));
    }
    catch (ConfigurationException exception)
    {
        foreach (var fault in exception.Faults)
        {
            Console.WriteLine($"  {fault.File}{(fault.Line is { } line ? $" line {line}: " : "")}{fault.Message}");
        }
    }
}

folder.Delete(recursive: true);
