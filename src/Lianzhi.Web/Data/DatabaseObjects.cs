using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianzhi.Web.Data;

/// <summary>
/// What the model cannot say: triggers that keep the record and its heads append-only on both databases. A test asks the
/// catalogue for each of them, because the pending-changes check does not see them.
/// </summary>
public static class DatabaseObjects
{
    /// <summary>Names of all triggers, the same on both databases.</summary>
    public static readonly IReadOnlyList<string> Triggers =
    [
        "record_entry_no_update", "record_entry_no_delete", "record_field_no_delete", "record_field_erase_only",
        "record_position_no_update", "record_position_no_delete", "record_node_no_update", "record_node_no_delete",
        "tree_head_no_update", "tree_head_no_delete", "signing_key_retire_only", "signing_key_no_delete",
        "issued_paper_kept", "issued_paper_no_delete",
        "equipment_booking_no_overlap_insert", "equipment_booking_no_overlap_update", "officer_booking_no_overlap_insert", "officer_booking_no_overlap_update",
    ];

    /// <summary>SQLite. A replaced row would pass a trigger on delete alone, so inserting an existing key is refused as well.</summary>
    public static void Sqlite(MigrationBuilder migration)
    {
        migration.Sql("CREATE TRIGGER record_entry_no_update BEFORE UPDATE ON record_entry BEGIN SELECT RAISE(ABORT, 'record_entry is append-only'); END;");
        migration.Sql("CREATE TRIGGER record_entry_no_delete BEFORE DELETE ON record_entry BEGIN SELECT RAISE(ABORT, 'record_entry is append-only'); END;");
        migration.Sql(
            "CREATE TRIGGER record_entry_no_replace BEFORE INSERT ON record_entry " +
            "WHEN EXISTS (SELECT 1 FROM record_entry WHERE stream = NEW.stream AND number = NEW.number) " +
            "BEGIN SELECT RAISE(ABORT, 'record_entry number is taken'); END;");
        migration.Sql("CREATE TRIGGER record_field_no_delete BEFORE DELETE ON record_field BEGIN SELECT RAISE(ABORT, 'record_field is append-only'); END;");
        migration.Sql(
            "CREATE TRIGGER record_field_no_replace BEFORE INSERT ON record_field " +
            "WHEN EXISTS (SELECT 1 FROM record_field WHERE stream = NEW.stream AND number = NEW.number AND position = NEW.position) " +
            "BEGIN SELECT RAISE(ABORT, 'record_field is taken'); END;");
        migration.Sql(
            "CREATE TRIGGER record_field_erase_only BEFORE UPDATE ON record_field " +
            "WHEN NEW.salt IS NOT NULL OR NEW.value IS NOT NULL OR NEW.stream <> OLD.stream OR NEW.number <> OLD.number OR NEW.position <> OLD.position OR NEW.path <> OLD.path " +
            "OR NOT EXISTS (SELECT 1 FROM record_entry WHERE stream = OLD.stream AND type = 'fields-erased' AND number > OLD.number) " +
            "BEGIN SELECT RAISE(ABORT, 'record_field can only be erased, with an erasure entry'); END;");
    }

    /// <summary>PostgreSQL.</summary>
    public static void Postgres(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE FUNCTION record_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
            CREATE TRIGGER record_entry_no_update BEFORE UPDATE ON record_entry FOR EACH ROW EXECUTE FUNCTION record_append_only();
            CREATE TRIGGER record_entry_no_delete BEFORE DELETE ON record_entry FOR EACH ROW EXECUTE FUNCTION record_append_only();
            CREATE TRIGGER record_entry_no_truncate BEFORE TRUNCATE ON record_entry FOR EACH STATEMENT EXECUTE FUNCTION record_append_only();
            CREATE TRIGGER record_field_no_delete BEFORE DELETE ON record_field FOR EACH ROW EXECUTE FUNCTION record_append_only();
            CREATE TRIGGER record_field_no_truncate BEFORE TRUNCATE ON record_field FOR EACH STATEMENT EXECUTE FUNCTION record_append_only();
            CREATE FUNCTION record_erase_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.salt IS NOT NULL OR NEW.value IS NOT NULL OR (NEW.stream, NEW.number, NEW.position, NEW.path) <> (OLD.stream, OLD.number, OLD.position, OLD.path)
                   OR NOT EXISTS (SELECT 1 FROM record_entry WHERE stream = OLD.stream AND type = 'fields-erased' AND number > OLD.number)
                THEN RAISE EXCEPTION 'record_field can only be erased, with an erasure entry' USING ERRCODE = 'insufficient_privilege'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER record_field_erase_only BEFORE UPDATE ON record_field FOR EACH ROW EXECUTE FUNCTION record_erase_only();
            """);
    }

    /// <summary>SQLite: the full-text index of a table of texts, kept by triggers on it; it holds pairs only, the text stays in the table.</summary>
    public static void SqliteSearch(MigrationBuilder migration, string table = "case_search")
    {
        migration.Sql($"CREATE VIRTUAL TABLE {table}_pairs USING fts5(pairs, content='{table}', content_rowid='key', detail=none, columnsize=0, tokenize='ascii');");
        migration.Sql($"CREATE TRIGGER {table}_insert AFTER INSERT ON {table} BEGIN INSERT INTO {table}_pairs(rowid, pairs) VALUES (NEW.key, NEW.pairs); END;");
        migration.Sql($"CREATE TRIGGER {table}_delete AFTER DELETE ON {table} BEGIN INSERT INTO {table}_pairs({table}_pairs, rowid, pairs) VALUES ('delete', OLD.key, OLD.pairs); END;");
        migration.Sql(
            $"CREATE TRIGGER {table}_update AFTER UPDATE ON {table} BEGIN " +
            $"INSERT INTO {table}_pairs({table}_pairs, rowid, pairs) VALUES ('delete', OLD.key, OLD.pairs); " +
            $"INSERT INTO {table}_pairs(rowid, pairs) VALUES (NEW.key, NEW.pairs); END;");
    }

    /// <summary>PostgreSQL: the index of the pairs of a table of texts.</summary>
    public static void PostgresSearch(MigrationBuilder migration, string table = "case_search") =>
        migration.Sql($"CREATE INDEX ix_{table}_pairs ON {table} USING gin (string_to_array(pairs, ' '));");

    /// <summary>SQLite: each four digits in a row become tokens of what is there already, as <see cref="Lianzhi.Core.Bigrams"/> gives them.</summary>
    public static void SqliteSearchDigits(MigrationBuilder migration) => migration.Sql(
        """
        WITH RECURSIVE run(key, text, place) AS (
            SELECT key, text, 1 FROM case_search WHERE text GLOB '*[0-9][0-9][0-9][0-9]*'
            UNION ALL SELECT key, text, place + 1 FROM run WHERE place < length(text) - 3)
        UPDATE case_search SET pairs = pairs || ' ' || found.runs
        FROM (SELECT key, replace(group_concat(DISTINCT substr(text, place, 4)), ',', ' ') AS runs
              FROM run WHERE substr(text, place, 4) GLOB '[0-9][0-9][0-9][0-9]' GROUP BY key) AS found
        WHERE found.key = case_search.key;
        """);

    /// <summary>PostgreSQL: each four digits in a row become tokens of what is there already; the index is made anew, which is faster than changing it.</summary>
    public static void PostgresSearchDigits(MigrationBuilder migration)
    {
        migration.Sql("DROP INDEX ix_case_search_pairs;");
        migration.Sql(
            """
            UPDATE case_search SET pairs = pairs || ' ' || (
                SELECT string_agg(DISTINCT substr(run[1], place, 4), ' ') FROM regexp_matches(text, '[0-9]{4,}', 'g') AS run, generate_series(1, length(run[1]) - 3) AS place)
            WHERE text ~ '[0-9]{4}';
            """);
        PostgresSearch(migration);
    }

    /// <summary>
    /// Positions, nodes, heads and keys never change; a value is erased only together with an entry of the same transaction
    /// that names it. SQLite knows no transaction ids: there the entry must be the last of its stream.
    /// </summary>
    public static void SqliteTree(MigrationBuilder migration)
    {
        foreach (var (table, key) in new[] { ("record_position", "position = NEW.position"), ("record_node", "level = NEW.level AND place = NEW.place"), ("tree_head", "id = NEW.id") })
        {
            migration.Sql($"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
            migration.Sql($"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
            migration.Sql($"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {key}) BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
        }
        migration.Sql("CREATE TRIGGER signing_key_no_delete BEFORE DELETE ON signing_key BEGIN SELECT RAISE(ABORT, 'signing_key is append-only'); END;");
        migration.Sql("CREATE TRIGGER signing_key_no_replace BEFORE INSERT ON signing_key WHEN EXISTS (SELECT 1 FROM signing_key WHERE fingerprint = NEW.fingerprint) BEGIN SELECT RAISE(ABORT, 'signing_key is append-only'); END;");
        migration.Sql(
            "CREATE TRIGGER signing_key_retire_only BEFORE UPDATE ON signing_key " +
            "WHEN NEW.protected IS NOT NULL OR NEW.fingerprint <> OLD.fingerprint OR NEW.public_key <> OLD.public_key OR NEW.at <> OLD.at OR NEW.previous IS NOT OLD.previous OR NEW.endorsement IS NOT OLD.endorsement " +
            "BEGIN SELECT RAISE(ABORT, 'signing_key can only lose its private part'); END;");
        migration.Sql("DROP TRIGGER record_field_erase_only;");
        migration.Sql(
            "CREATE TRIGGER record_field_erase_only BEFORE UPDATE ON record_field " +
            "WHEN OLD.path = '' OR NEW.salt IS NOT NULL OR NEW.value IS NOT NULL OR NEW.stream <> OLD.stream OR NEW.number <> OLD.number OR NEW.position <> OLD.position OR NEW.path <> OLD.path " +
            "OR NOT EXISTS (SELECT 1 FROM record_entry e JOIN record_field b ON b.stream = e.stream AND b.number = e.number AND b.path = '', json_each(b.value, '$.fields') f " +
            "WHERE e.stream = OLD.stream AND e.type = 'fields-erased' AND e.number > OLD.number AND e.number = (SELECT max(number) FROM record_entry WHERE stream = OLD.stream) " +
            "AND json_extract(f.value, '$.number') = OLD.number AND json_extract(f.value, '$.path') = OLD.path) " +
            "BEGIN SELECT RAISE(ABORT, 'record_field can only be erased, with an erasure entry'); END;");
        migration.Sql("INSERT INTO record_pending (stream, number) SELECT stream, number FROM record_entry;");
    }

    /// <summary>The same on PostgreSQL, where the erasure entry must be of the running transaction.</summary>
    public static void PostgresTree(MigrationBuilder migration)
    {
        foreach (var table in new[] { "record_position", "record_node", "tree_head" })
            migration.Sql(
                $"""
                CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION record_append_only();
                CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION record_append_only();
                CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION record_append_only();
                """);
        migration.Sql(
            """
            CREATE TRIGGER signing_key_no_delete BEFORE DELETE ON signing_key FOR EACH ROW EXECUTE FUNCTION record_append_only();
            CREATE TRIGGER signing_key_no_truncate BEFORE TRUNCATE ON signing_key FOR EACH STATEMENT EXECUTE FUNCTION record_append_only();
            CREATE FUNCTION signing_key_retire_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.protected IS NOT NULL OR (NEW.fingerprint, NEW.public_key, NEW.at, NEW.previous, NEW.endorsement) IS DISTINCT FROM (OLD.fingerprint, OLD.public_key, OLD.at, OLD.previous, OLD.endorsement)
                THEN RAISE EXCEPTION 'signing_key can only lose its private part' USING ERRCODE = 'insufficient_privilege'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER signing_key_retire_only BEFORE UPDATE ON signing_key FOR EACH ROW EXECUTE FUNCTION signing_key_retire_only();
            CREATE OR REPLACE FUNCTION record_erase_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF OLD.path = '' OR NEW.salt IS NOT NULL OR NEW.value IS NOT NULL OR (NEW.stream, NEW.number, NEW.position, NEW.path) <> (OLD.stream, OLD.number, OLD.position, OLD.path)
                   OR NOT EXISTS (SELECT 1 FROM record_entry e JOIN record_field b ON b.stream = e.stream AND b.number = e.number AND b.path = ''
                       WHERE e.stream = OLD.stream AND e.type = 'fields-erased' AND e.number > OLD.number AND e.xmin = pg_current_xact_id()::xid
                         AND b.value::jsonb -> 'fields' @> jsonb_build_array(jsonb_build_object('number', OLD.number, 'path', OLD.path)))
                THEN RAISE EXCEPTION 'record_field can only be erased, with an erasure entry' USING ERRCODE = 'insufficient_privilege'; END IF;
                RETURN NEW;
            END $$;
            INSERT INTO record_pending (stream, number) SELECT stream, number FROM record_entry;
            """);
    }

    private const string Kept = "mark, code, case_id, kind, key, edition, title, unit, issued_on, digest";

    /// <summary>SQLite: what went out stays as it was, except what the law erases.</summary>
    public static void SqlitePapers(MigrationBuilder migration)
    {
        var changed = string.Join(" OR ", Kept.Split(", ").Append("number").Select(column => $"NEW.{column} IS NOT OLD.{column}"));
        migration.Sql($"CREATE TRIGGER issued_paper_kept BEFORE UPDATE ON issued_paper WHEN {changed} OR (NEW.content <> OLD.content AND NOT NEW.erased) BEGIN SELECT RAISE(ABORT, 'issued_paper is kept as issued'); END;");
        migration.Sql("CREATE TRIGGER issued_paper_no_delete BEFORE DELETE ON issued_paper BEGIN SELECT RAISE(ABORT, 'issued_paper is kept'); END;");
        migration.Sql("CREATE TRIGGER issued_paper_no_replace BEFORE INSERT ON issued_paper WHEN EXISTS (SELECT 1 FROM issued_paper WHERE mark = NEW.mark) BEGIN SELECT RAISE(ABORT, 'issued_paper is kept'); END;");
    }

    /// <summary>The same on PostgreSQL.</summary>
    public static void PostgresPapers(MigrationBuilder migration)
    {
        string Of(string row) => string.Join(", ", Kept.Split(", ").Append("number").Select(column => $"{row}.{column}"));
        migration.Sql(
            $"""
            CREATE FUNCTION issued_paper_kept() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF ({Of("NEW")}) IS DISTINCT FROM ({Of("OLD")}) OR (NEW.content <> OLD.content AND NOT NEW.erased)
                THEN RAISE EXCEPTION 'issued_paper is kept as issued' USING ERRCODE = 'insufficient_privilege'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER issued_paper_kept BEFORE UPDATE ON issued_paper FOR EACH ROW EXECUTE FUNCTION issued_paper_kept();
            CREATE TRIGGER issued_paper_no_delete BEFORE DELETE ON issued_paper FOR EACH ROW EXECUTE FUNCTION record_append_only();
            CREATE TRIGGER issued_paper_no_truncate BEFORE TRUNCATE ON issued_paper FOR EACH STATEMENT EXECUTE FUNCTION record_append_only();
            """);
    }

    private static readonly (string Table, string Key)[] Bookings = [("equipment_booking", "equipment_id"), ("officer_booking", "officer_id")];

    /// <summary>SQLite: neither equipment nor an officer is bound twice at a time. Writers take turns, so looking is enough.</summary>
    public static void SqliteBookings(MigrationBuilder migration)
    {
        foreach (var (table, key) in Bookings)
            foreach (var act in new[] { "insert", "update" })
                migration.Sql(
                    $"CREATE TRIGGER {table}_no_overlap_{act} BEFORE {act.ToUpperInvariant()} ON {table} " +
                    $"WHEN NEW.ends_at <= NEW.begins_at OR EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key} AND id <> NEW.id AND begins_at < NEW.ends_at AND ends_at > NEW.begins_at) " +
                    $"BEGIN SELECT RAISE(ABORT, '{table} overlaps'); END;");
    }

    /// <summary>
    /// The same on PostgreSQL: bookings of one thing take turns by an advisory lock, so that of two at the same moment the second sees the first. An exclusion constraint
    /// would do it too, but needs an extension that not every server has.
    /// </summary>
    public static void PostgresBookings(MigrationBuilder migration)
    {
        foreach (var (table, key) in Bookings)
            migration.Sql(
                $"""
                CREATE FUNCTION {table}_no_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_advisory_xact_lock(hashtextextended('{table}/' || NEW.{key}, 0));
                    IF NEW.ends_at <= NEW.begins_at OR EXISTS (SELECT 1 FROM {table} b WHERE b.{key} = NEW.{key} AND b.id <> NEW.id AND b.begins_at < NEW.ends_at AND b.ends_at > NEW.begins_at)
                    THEN RAISE EXCEPTION '{table} overlaps' USING ERRCODE = 'exclusion_violation'; END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER {table}_no_overlap_insert BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_no_overlap();
                CREATE TRIGGER {table}_no_overlap_update BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_no_overlap();
                """);
    }
}
