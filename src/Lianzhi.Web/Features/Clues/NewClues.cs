using Lianzhi.Core.Clues;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianzhi.Web.Features.Clues;

/// <summary>What a new clue is made of.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Complaint">What was reported.</param>
/// <param name="Item">Enforcement item, when it is known.</param>
/// <param name="Photos">Photos.</param>
/// <param name="WithCode">True when who reported gets a query code.</param>
/// <param name="Body">The body that took the matter over; null for the body of the place.</param>
public sealed record NewClue(ClueSource Source, Complaint Complaint, string? Item, IReadOnlyList<StoredFile> Photos, bool WithCode, ClueBody? Body = null);

/// <summary>What who reported keeps (受理回执).</summary>
/// <param name="Id">The clue; never shown to the public.</param>
/// <param name="Number">受理编号.</param>
/// <param name="Code">查询码; stored nowhere, null when nobody gets one.</param>
/// <param name="Body">Full name of the body that decides.</param>
/// <param name="DueOn">Last day on which it says whether it accepts.</param>
public sealed record ClueReceipt(string Id, string Number, string? Code, string Body, DateOnly DueOn);

/// <summary>Takes in new clues (收件) inside the running transaction: number of the day, code, first body.</summary>
public sealed class NewClues(AppDb db, ClueDistrict district, RecordWriter record, TimeProvider time, Entropy entropy)
{
    /// <summary>Adds the clue.</summary>
    public async Task<ClueReceipt> Add(NewClue clue, CancellationToken cancel)
    {
        var (now, today, complaint) = (time.GetUtcNow(), time.Today(), clue.Complaint);
        var (number, body) = (ClueNumbers.Number(clue.Source, today, await NextOf(today, cancel)), clue.Body ?? district.FirstBody(complaint.Township));
        var code = clue.WithCode ? ClueNumbers.Code(entropy.Bytes(32)) : null;
        var row = new ClueRow
        {
            Id = entropy.NewId(now),
            Number = number,
            Source = clue.Source,
            State = ClueState.Unseen,
            Township = complaint.Township,
            Unit = body.Code!,
            Area = district.AreaOf(complaint.Township),
            BodyCode = body.Code,
            BodyName = body.Name,
            Category = complaint.Category,
            Item = clue.Item,
            Description = complaint.Description ?? "",
            Address = complaint.Address ?? "",
            Occurred = complaint.Occurred,
            ReporterName = complaint.Name,
            ReporterPhone = complaint.Phone,
            Confidential = complaint.Confidential,
            CodeHash = code is null ? null : HashOf(number, code),
            ReceivedAt = now,
            ReceivedOn = today,
            StepFrom = today,
            DueOn = district.AcceptanceDue(today),
        };
        record.Starts(row.Stream);
        db.Add(row);
        db.Add(ClueSearchRow.Of(row));
        foreach (var (index, photo) in clue.Photos.Index())
            db.Add(new CluePhotoRow { ClueId = row.Id, Position = index + 1, Hash = photo.Hash, MediaType = photo.MediaType, Length = photo.Length });
        return new ClueReceipt(row.Id, number, code, body.Name, row.DueOn);
    }

    /// <summary>What is stored of a query code: useless without the number, and no way back to the code.</summary>
    public static string HashOf(string number, string code) => Sm3.Hex($"{number}/{code}");

    /// <summary>
    /// The next place of the day; counted by the database, so that two nodes never give the same. PostgreSQL counts it at once, outside the transaction: complaints
    /// would wait for each other's commits (64 writers were no faster than one, 2026-11-26). When the transaction fails afterwards a place of the day stays empty.
    /// </summary>
    private async Task<int> NextOf(DateOnly day, CancellationToken cancel)
    {
        if (db.IsEmbedded) return (await db.Database.SqlQueryRaw<int>(NextPlace, day).ToListAsync(cancel))[0];
        await using var connection = new NpgsqlConnection(Counting(db.Database.GetConnectionString()!));
        await connection.OpenAsync(cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // Whoever is last to be durable takes the count along: a clue on disk has its place on disk.
                new("SELECT set_config('synchronous_commit', 'off', true)"),
                new(NextPlace.Replace("{0}", "$1", StringComparison.Ordinal)) { Parameters = { new NpgsqlParameter<DateOnly> { TypedValue = day } } },
            },
        };
        await using var answers = await batch.ExecuteReaderAsync(cancel);
        await answers.NextResultAsync(cancel);
        await answers.ReadAsync(cancel);
        return answers.GetInt32(0);
    }

    /// <summary>
    /// Counting has a few connections of its own: whoever counts already holds one, and a hundred at once that each waited for a second from the same pool would wait
    /// for each other.
    /// </summary>
    internal static string Counting(string connection) => new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "lianzhi-counting", MaxPoolSize = 8 }.ConnectionString;

    private const string NextPlace = """INSERT INTO clue_day (day, last) VALUES ({0}, 1) ON CONFLICT (day) DO UPDATE SET last = clue_day.last + 1 RETURNING last AS "Value" """;
}
