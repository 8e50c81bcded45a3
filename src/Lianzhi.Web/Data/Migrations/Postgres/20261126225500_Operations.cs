using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Operations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "operation",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    townships = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    township = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    handler = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    clue_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    reply_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    leader = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    gathering = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    tasks = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    equipment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    safety = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    helpers = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ordered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_in_on = table.Column<DateOnly>(type: "date", nullable: true),
                    late_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    summed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operation_person",
                columns: table => new
                {
                    operation_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    officer_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    acts_for = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    certificate = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    home = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    present = table.Column<bool>(type: "boolean", nullable: true),
                    absent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_person", x => new { x.operation_id, x.officer_id, x.acts_for });
                });

            migrationBuilder.CreateTable(
                name: "operation_unit",
                columns: table => new
                {
                    operation_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: true),
                    reply = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    inspected = table.Column<int>(type: "integer", nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_unit", x => new { x.operation_id, x.unit });
                });

            migrationBuilder.CreateTable(
                name: "station",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    department = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    township = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    officers = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    duty = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_station", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_operation_kind_id",
                table: "operation",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_operation_stage_id",
                table: "operation",
                columns: new[] { "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_station_township_id",
                table: "station",
                columns: new[] { "township", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "operation");

            migrationBuilder.DropTable(
                name: "operation_person");

            migrationBuilder.DropTable(
                name: "operation_unit");

            migrationBuilder.DropTable(
                name: "station");
        }
    }
}
