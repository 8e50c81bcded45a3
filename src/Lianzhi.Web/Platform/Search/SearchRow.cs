using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Search;

/// <summary>What something is found by (检索文本), beside its row and written with it; each kind of thing has a table of its own.</summary>
public abstract class SearchRow
{
    private const int RandomBits = 22;
    private const int Part = 1_000;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly DateTimeOffset Epoch = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A number in the order of ids: the full-text index of SQLite has no other keys.</summary>
    [Key] public required long Key { get; init; }

    /// <summary>Id of what is found.</summary>
    [MaxLength(26)] public required string Id { get; init; }

    /// <summary>The text, normalised.</summary>
    public required string Text { get; set; }

    /// <summary>Its pairs of characters.</summary>
    public required string Pairs { get; set; }

    /// <summary>Maps the table of a kind.</summary>
    public static void Map<TRow>(ModelBuilder model) where TRow : SearchRow => model.Entity<TRow>(row =>
    {
        // Conventions take it for optional here.
        row.Property(search => search.Id).IsRequired();
        row.HasIndex(search => search.Id).IsUnique();
    });

    /// <summary>Writes the rows of things that were there before there was a search.</summary>
    /// <param name="db">The database.</param>
    /// <param name="things">Texts of all things.</param>
    /// <param name="make">Makes the row of one with a key.</param>
    /// <param name="cancel">Stops between two parts.</param>
    protected static async Task Fill<TRow>(AppDb db, IQueryable<SearchTexts> things, Func<SearchTexts, long, TRow> make, CancellationToken cancel) where TRow : SearchRow
    {
        if (await things.CountAsync(cancel) == await db.Set<TRow>().CountAsync(cancel)) return;
        var key = 0L;
        for (var after = ""; ;)
        {
            var last = after;
            var missing = await things.Where(thing => string.Compare(thing.Id, last) > 0 && !db.Set<TRow>().Any(search => search.Id == thing.Id)).OrderBy(thing => thing.Id).Take(Part).ToListAsync(cancel);
            if (missing.Count == 0) return;
            // In the order of ids, so that two of one millisecond that share a key can be told apart.
            foreach (var thing in missing) db.Add(make(thing, key = Math.Max(key + 1, KeyOf(thing.Id))));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            after = missing[^1].Id;
        }
    }

    /// <summary>Parts joined into a text, normalised; empty ones are left out.</summary>
    protected static string Join(params string?[] parts) => Bigrams.Normalise(string.Join('\n', parts.Where(part => part is { Length: > 0 })));

    /// <summary>Milliseconds since 2010 and 22 of the random bits of an id; things of one millisecond share it once in four million times.</summary>
    protected static long KeyOf(string id)
    {
        UInt128 value = 0;
        foreach (var character in id) value = (value << 5) | (uint)Alphabet.IndexOf(character);
        var milliseconds = (long)(value >> 80) - Epoch.ToUnixTimeMilliseconds();
        return (milliseconds << RandomBits) | (long)((value >> (80 - RandomBits)) & ((1u << RandomBits) - 1));
    }
}

/// <summary>Id of a thing and what it is found by (检索内容).</summary>
public sealed class SearchTexts
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>What else it is found by.</summary>
    public required string First { get; init; }

    /// <summary>What else it is found by.</summary>
    public required string Second { get; init; }
}
