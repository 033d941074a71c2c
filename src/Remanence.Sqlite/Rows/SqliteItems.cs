using Remanence.Categories;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Schema;
using Remanence.Sqlite.Values;

namespace Remanence.Sqlite.Rows;

/// <summary>Resources, messages and categories: rows in and out.</summary>
internal sealed class SqliteItems(SqliteDatabase database, long workspace)
{
    public static Resource ReadResource(SqliteStatement row, string workspace) => new()
    {
        Id = row.Text(0),
        Scope = ReadScope(row, workspace),
        Modality = row.Text(4),
        Name = row.NullableText(5),
        MediaType = row.NullableText(6),
        RecordedAt = SqliteTimes.Read(row.Long(7), row.Long(8)),
        Metadata = SqliteJson.ReadRaw(row, 9),
        Text = row.NullableText(10),
        State = SqliteJson.ReadResourceState(row, 11),
    };

    public static StoredMessage ReadMessage(SqliteStatement row, string resourceId) => new()
    {
        ResourceId = resourceId,
        Position = (int)(row.Long(0) & int.MaxValue),
        Message = new Message
        {
            Id = row.Text(1),
            Role = row.Text(2),
            Name = row.NullableText(3),
            Time = row.NullableLong(4) is { } ticks ? SqliteTimes.Read(ticks, row.Long(5)) : null,
            Content = row.Text(6),
        },
    };

    public static Category ReadCategory(SqliteStatement row, string workspace)
    {
        var offsets = row.Bytes(7);
        return new Category
        {
            Id = row.Text(0),
            Scope = ReadScope(row, workspace),
            Name = row.Text(4),
            RecordedAt = SqliteTimes.Read(row.Long(5), offsets, 0),
            UpdatedAt = SqliteTimes.Read(row.Long(6), offsets, 1),
            Description = row.NullableText(8),
            Summary = row.NullableText(9),
        };
    }

    public void PutResources(IReadOnlyList<Resource> resources)
    {
        foreach (var resource in resources)
        {
            var row = AddScope(database.Prepare(SqliteSql.PutResource).Add(resource.Id), resource.Scope)
                .Add(resource.Modality).Add(resource.Name).Add(resource.MediaType)
                .Add(resource.RecordedAt.UtcTicks).Add(resource.RecordedAt.TotalOffsetMinutes);
            SqliteJson.AddRaw(row, resource.Metadata);
            row.Add(resource.Text).AddText(resource.State is { } state ? SqliteJson.Write(state) : null).Add(workspace).Run();
        }
    }

    public void InsertMessages(IReadOnlyList<StoredMessage> messages)
    {
        var (resourceId, resource) = (string.Empty, 0L);
        foreach (var message in messages)
        {
            if (resource == 0 || message.ResourceId != resourceId)
            {
                (resourceId, resource) = (message.ResourceId, FindResource(message.ResourceId));
            }

            var content = message.Message;
            database.Prepare(SqliteSql.InsertMessage)
                .Add((resource << SqliteSchema.PositionBits) | (uint)message.Position)
                .Add(content.Id).Add(content.Role).Add(content.Name)
                .Add(content.Time?.UtcTicks).Add(content.Time?.TotalOffsetMinutes).Add(content.Content).Run();
        }
    }

    public void PutCategories(IReadOnlyList<Category> categories)
    {
        foreach (var category in categories)
        {
            AddScope(database.Prepare(SqliteSql.PutCategory).Add(category.Id), category.Scope)
                .Add(category.Name).Add(category.RecordedAt.UtcTicks).Add(category.UpdatedAt.UtcTicks)
                .AddBytes(SqliteTimes.Offsets(category.RecordedAt, category.UpdatedAt))
                .Add(category.Description).Add(category.Summary).Add(workspace).Run();
        }
    }

    public void DeleteCategories(IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            database.Prepare(SqliteSql.DeleteCategory).Add(workspace).Add(id).Run();
        }
    }

    private static Scope ReadScope(SqliteStatement row, string workspace) =>
        new(workspace, row.NullableText(1), row.NullableText(2), row.NullableText(3));

    private static SqliteStatement AddScope(SqliteStatement row, Scope scope) => row.Add(scope.User).Add(scope.Agent).Add(scope.Session);

    private long FindResource(string id)
    {
        using var row = database.Prepare(SqliteSql.FindResourceNumber).Add(workspace).Add(id);
        return row.Step()
            ? row.Long(0)
            : throw new ArgumentException("A message belongs to a resource that does not exist; store the resource with it.", nameof(id));
    }
}
