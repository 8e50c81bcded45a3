using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    [DbContext(typeof(PostgresAppDb))]
    [Migration("20261126010702_SearchAndLists")]
    public partial class SearchAndLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_search",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    pairs = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_search", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_search_case_id",
                table: "case_search",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_area_due_on_id",
                table: "case",
                columns: new[] { "area", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_unit_stage_id",
                table: "case",
                columns: new[] { "unit", "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_area_stage_id",
                table: "case",
                columns: new[] { "area", "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clue_area_due_on_id",
                table: "clue",
                columns: new[] { "area", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clue_due_on_id",
                table: "clue",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clue_unit_state_id",
                table: "clue",
                columns: new[] { "unit", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clue_area_state_id",
                table: "clue",
                columns: new[] { "area", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clue_state_id",
                table: "clue",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_state_id",
                table: "disclosure",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_organ_code_state_published_on_id",
                table: "disclosure",
                columns: new[] { "organ_code", "state", "published_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_organ_code_state_id",
                table: "disclosure",
                columns: new[] { "organ_code", "state", "id" });

            DatabaseObjects.PostgresSearch(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_search");

            migrationBuilder.DropIndex(
                name: "ix_case_area_due_on_id",
                table: "case");

            migrationBuilder.DropIndex(
                name: "ix_case_unit_stage_id",
                table: "case");

            migrationBuilder.DropIndex(
                name: "ix_case_area_stage_id",
                table: "case");

            migrationBuilder.DropIndex(
                name: "ix_clue_area_due_on_id",
                table: "clue");

            migrationBuilder.DropIndex(
                name: "ix_clue_due_on_id",
                table: "clue");

            migrationBuilder.DropIndex(
                name: "ix_clue_unit_state_id",
                table: "clue");

            migrationBuilder.DropIndex(
                name: "ix_clue_area_state_id",
                table: "clue");

            migrationBuilder.DropIndex(
                name: "ix_clue_state_id",
                table: "clue");

            migrationBuilder.DropIndex(
                name: "ix_disclosure_state_id",
                table: "disclosure");

            migrationBuilder.DropIndex(
                name: "ix_disclosure_organ_code_state_published_on_id",
                table: "disclosure");

            migrationBuilder.DropIndex(
                name: "ix_disclosure_organ_code_state_id",
                table: "disclosure");
        }
    }
}
