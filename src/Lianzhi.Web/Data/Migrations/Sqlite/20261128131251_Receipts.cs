using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Receipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "follows",
                table: "inspection_item",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "approved_crew",
                table: "inspection",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_visit_target_id",
                table: "plan_visit",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_inspection_drawn_id",
                table: "inspection",
                column: "drawn_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_job_crew_id",
                table: "dispatch_job",
                column: "crew_id");

            migrationBuilder.CreateTable(
                name: "case_receipt",
                columns: table => new
                {
                    receipt = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_receipt", x => x.receipt);
                });

            // Receipts that were registered before: the first case that had one keeps it.
            migrationBuilder.Sql("""
                INSERT OR IGNORE INTO case_receipt (receipt, case_id) SELECT substr(trim(json_extract(f.value, '$.receipt')), 1, 60), substr(e.stream, 6)
                FROM record_entry e JOIN record_field f ON f.stream = e.stream AND f.number = e.number AND f.path = ''
                WHERE e.type IN ('payment-recorded', 'cash-collected') AND length(e.stream) = 31 AND trim(json_extract(f.value, '$.receipt')) <> ''
                ORDER BY e.stream, e.number
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_receipt");

            migrationBuilder.DropIndex(
                name: "ix_plan_visit_target_id",
                table: "plan_visit");

            migrationBuilder.DropIndex(
                name: "ix_inspection_drawn_id",
                table: "inspection");

            migrationBuilder.DropIndex(
                name: "ix_dispatch_job_crew_id",
                table: "dispatch_job");

            migrationBuilder.DropColumn(
                name: "follows",
                table: "inspection_item");

            migrationBuilder.DropColumn(
                name: "approved_crew",
                table: "inspection");
        }
    }
}
