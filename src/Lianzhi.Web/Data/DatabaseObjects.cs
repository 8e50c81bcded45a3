using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianzhi.Web.Data;

/// <summary>
/// What the model cannot say: triggers that keep the record append-only on both databases. A test asks the
/// catalogue for each of them, because the pending-changes check does not see them.
/// </summary>
public static class DatabaseObjects
{
    /// <summary>Names of all triggers, the same on both databases.</summary>
    public static readonly IReadOnlyList<string> Triggers =
    [
        "record_entry_no_update", "record_entry_no_delete", "record_field_no_delete", "record_field_erase_only",
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

    /// <summary>SQLite: the full-text index of <c>case_search</c>, kept by triggers on its table; it holds pairs only, the text stays in the table.</summary>
    public static void SqliteSearch(MigrationBuilder migration)
    {
        migration.Sql("CREATE VIRTUAL TABLE case_search_pairs USING fts5(pairs, content='case_search', content_rowid='key', detail=none, columnsize=0, tokenize='ascii');");
        migration.Sql("CREATE TRIGGER case_search_insert AFTER INSERT ON case_search BEGIN INSERT INTO case_search_pairs(rowid, pairs) VALUES (NEW.key, NEW.pairs); END;");
        migration.Sql("CREATE TRIGGER case_search_delete AFTER DELETE ON case_search BEGIN INSERT INTO case_search_pairs(case_search_pairs, rowid, pairs) VALUES ('delete', OLD.key, OLD.pairs); END;");
        migration.Sql(
            "CREATE TRIGGER case_search_update AFTER UPDATE ON case_search BEGIN " +
            "INSERT INTO case_search_pairs(case_search_pairs, rowid, pairs) VALUES ('delete', OLD.key, OLD.pairs); " +
            "INSERT INTO case_search_pairs(rowid, pairs) VALUES (NEW.key, NEW.pairs); END;");
    }

    /// <summary>PostgreSQL: the index of the pairs of <c>case_search</c>.</summary>
    public static void PostgresSearch(MigrationBuilder migration) =>
        migration.Sql("CREATE INDEX ix_case_search_pairs ON case_search USING gin (string_to_array(pairs, ' '));");
}
