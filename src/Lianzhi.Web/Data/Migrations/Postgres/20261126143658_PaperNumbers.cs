using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PaperNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "paper_number",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    genre = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    serial = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reserved_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    voided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_number", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_paper_number_kind_taken_on_id",
                table: "paper_number",
                columns: new[] { "kind", "taken_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_number_number",
                table: "paper_number",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_paper_number_standing_taken_on_id",
                table: "paper_number",
                columns: new[] { "standing", "taken_on", "id" },
                filter: "standing <> 'InForce'");

            migrationBuilder.CreateIndex(
                name: "ix_paper_number_state_taken_on_id",
                table: "paper_number",
                columns: new[] { "state", "taken_on", "id" },
                filter: "state <> 'Used'");

            migrationBuilder.CreateIndex(
                name: "ix_paper_number_taken_on_id",
                table: "paper_number",
                columns: new[] { "taken_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_number_unit_kind_taken_on_id",
                table: "paper_number",
                columns: new[] { "unit", "kind", "taken_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_number_unit_taken_on_id",
                table: "paper_number",
                columns: new[] { "unit", "taken_on", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "paper_number");
        }
    }
}
