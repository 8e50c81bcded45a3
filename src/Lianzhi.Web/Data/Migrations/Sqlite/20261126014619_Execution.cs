using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Execution : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_look",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    look_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_look", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "case_reminder",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    clock = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_reminder", x => new { x.case_id, x.clock, x.due_on, x.level });
                });

            migrationBuilder.CreateTable(
                name: "platform_gap",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    platform_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    papers = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_gap", x => x.case_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_look_look_on_case_id",
                table: "case_look",
                columns: new[] { "look_on", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_reminder_case_id",
                table: "case_reminder",
                column: "case_id",
                filter: "settled_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_reminder_unit_level_raised_on",
                table: "case_reminder",
                columns: new[] { "unit", "level", "raised_on" },
                filter: "settled_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_gap_unit_since_case_id",
                table: "platform_gap",
                columns: new[] { "unit", "since", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_look");

            migrationBuilder.DropTable(
                name: "case_reminder");

            migrationBuilder.DropTable(
                name: "platform_gap");
        }
    }
}
