using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Lianzhi.Web.Data;

/// <summary>
/// Writes many new rows at once (批量写入): binary COPY on PostgreSQL, one prepared INSERT on SQLite. Columns and
/// conversions come from the model, so that a row reads back as if it had been saved.
/// </summary>
public static class BulkCopy
{
    /// <summary>Writes the rows inside the running transaction; nothing is tracked and no version is checked.</summary>
    public static Task Write<T>(AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        if (rows.Count == 0) return Task.CompletedTask;
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is no row.");
        var columns = entity.GetProperties().Select(Column.Of).ToArray();
        return db.IsEmbedded ? Insert(db, entity.GetTableName()!, columns, rows, cancel) : Copy(db, entity.GetTableName()!, columns, rows, cancel);
    }

    private static async Task Copy<T>(AppDb db, string table, Column[] columns, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {Target(table, columns)} FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            writer.StartRow();
            foreach (var column in columns) Write(writer, column.Read(row));
        }
        await writer.CompleteAsync(cancel);
    }

    /// <summary>Writes a value by its own type: asked as an object, the driver looks its type up for every cell.</summary>
    private static void Write(NpgsqlBinaryImporter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNull(); break;
            case string text: writer.Write(text); break;
            case long number: writer.Write(number); break;
            case int number: writer.Write(number); break;
            case bool flag: writer.Write(flag); break;
            case byte[] bytes: writer.Write(bytes); break;
            case DateOnly day: writer.Write(day); break;
            case DateTimeOffset instant: writer.Write(instant); break;
            default: writer.Write(value); break;
        }
    }

    private static async Task Insert<T>(AppDb db, string table, Column[] columns, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (db.Database.CurrentTransaction as Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<DbTransaction>)?.Instance;
        command.CommandText = $"INSERT INTO {Target(table, columns)} VALUES ({string.Join(',', columns.Select((_, index) => $"@p{index}"))})";
        var parameters = columns.Select((_, index) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static string Target(string table, Column[] columns) => $"\"{table}\" ({string.Join(',', columns.Select(column => $"\"{column.Name}\""))})";

    /// <summary>A column with how its value is read from a row, as the database stores it.</summary>
    private sealed record Column(string Name, Func<object, object?> Read)
    {
        public static Column Of(IProperty property)
        {
            var (getter, converter) = (property.GetGetter(), property.GetTypeMapping().Converter);
            return new Column(property.GetColumnName(), converter is null
                ? getter.GetClrValue
                : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null);
        }
    }
}
