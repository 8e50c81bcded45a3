using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ledgers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    what = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    settled = table.Column<bool>(type: "INTEGER", nullable: false),
                    fell = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger", x => new { x.case_id, x.kind, x.place });
                });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_kind_area_settled_due_on_case_id_place",
                table: "ledger",
                columns: new[] { "kind", "area", "settled", "due_on", "case_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_kind_settled_due_on_case_id_place",
                table: "ledger",
                columns: new[] { "kind", "settled", "due_on", "case_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_kind_unit_settled_due_on_case_id_place",
                table: "ledger",
                columns: new[] { "kind", "unit", "settled", "due_on", "case_id", "place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger");
        }
    }
}
