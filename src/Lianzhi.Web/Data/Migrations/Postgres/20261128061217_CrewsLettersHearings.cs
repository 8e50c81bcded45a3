using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CrewsLettersHearings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "draw_id",
                table: "inspection",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "drawn_id",
                table: "inspection",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_letter",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    letter = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_letter", x => new { x.case_id, x.letter });
                });

            migrationBuilder.CreateTable(
                name: "inspection_crew_change",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    inspection_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    gone = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    came = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ground = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    told = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    notice_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_crew_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "public_hearing",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    hearing_on = table.Column<DateOnly>(type: "date", nullable: false),
                    time = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_hearing", x => new { x.case_id, x.round });
                });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_draw_id",
                table: "inspection",
                column: "draw_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_letter_unit_answered_on_due_on",
                table: "case_letter",
                columns: new[] { "unit", "answered_on", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_crew_change_inspection_id",
                table: "inspection_crew_change",
                column: "inspection_id");

            migrationBuilder.CreateIndex(
                name: "ix_public_hearing_hearing_on_case_id_round",
                table: "public_hearing",
                columns: new[] { "hearing_on", "case_id", "round" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_letter");

            migrationBuilder.DropTable(
                name: "inspection_crew_change");

            migrationBuilder.DropTable(
                name: "public_hearing");

            migrationBuilder.DropIndex(
                name: "ix_inspection_draw_id",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "draw_id",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "drawn_id",
                table: "inspection");
        }
    }
}
