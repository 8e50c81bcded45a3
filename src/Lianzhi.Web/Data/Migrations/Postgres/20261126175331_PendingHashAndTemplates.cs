using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PendingHashAndTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "hash",
                table: "record_pending",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "recorded_at",
                table: "record_pending",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.Sql(
                """
                UPDATE record_pending SET
                    recorded_at = (SELECT e.recorded_at FROM record_entry e WHERE e.stream = record_pending.stream AND e.number = record_pending.number),
                    hash = (SELECT e.hash FROM record_entry e WHERE e.stream = record_pending.stream AND e.number = record_pending.number);
                """);

            migrationBuilder.CreateTable(
                name: "template",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_record_pending_recorded_at_stream_number",
                table: "record_pending",
                columns: new[] { "recorded_at", "stream", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_template_file_hash",
                table: "template",
                column: "file_hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "template");

            migrationBuilder.DropIndex(
                name: "ix_record_pending_recorded_at_stream_number",
                table: "record_pending");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "record_pending");

            migrationBuilder.DropColumn(
                name: "recorded_at",
                table: "record_pending");
        }
    }
}
