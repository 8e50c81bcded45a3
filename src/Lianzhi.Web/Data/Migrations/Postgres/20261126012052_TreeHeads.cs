using System;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TreeHeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "record_node",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_node", x => new { x.level, x.place });
                });

            migrationBuilder.CreateTable(
                name: "record_pending",
                columns: table => new
                {
                    stream = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_pending", x => new { x.stream, x.number });
                });

            migrationBuilder.CreateTable(
                name: "record_position",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false),
                    stream = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_position", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "signing_key",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    public_key = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: false),
                    @protected = table.Column<string>(name: "protected", type: "character varying(400)", maxLength: 400, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    previous = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    endorsement = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_key", x => x.fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "tree_head",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    demo = table.Column<bool>(type: "boolean", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    signature = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    anchor = table.Column<long>(type: "bigint", nullable: true),
                    consistency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tree_head", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_record_position_stream_number",
                table: "record_position",
                columns: new[] { "stream", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signing_key_at",
                table: "signing_key",
                column: "at",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tree_head_day",
                table: "tree_head",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tree_head_size",
                table: "tree_head",
                column: "size");
            DatabaseObjects.PostgresTree(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "record_node");

            migrationBuilder.DropTable(
                name: "record_pending");

            migrationBuilder.DropTable(
                name: "record_position");

            migrationBuilder.DropTable(
                name: "signing_key");

            migrationBuilder.DropTable(
                name: "tree_head");
        }
    }
}
