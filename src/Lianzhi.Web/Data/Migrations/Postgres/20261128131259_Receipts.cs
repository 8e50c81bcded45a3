using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
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
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "approved_crew",
                table: "inspection",
                type: "character varying(1000)",
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
                    receipt = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_receipt", x => x.receipt);
                });

            // Receipts that were registered before: the first case that had one keeps it.
            migrationBuilder.Sql("""
                INSERT INTO case_receipt (receipt, case_id) SELECT left(trim(f.value::jsonb ->> 'receipt'), 60), substr(e.stream, 6)
                FROM record_entry e JOIN record_field f ON f.stream = e.stream AND f.number = e.number AND f.path = ''
                WHERE e.type IN ('payment-recorded', 'cash-collected') AND length(e.stream) = 31 AND trim((f.value::jsonb ->> 'receipt')) <> ''
                ORDER BY e.stream, e.number ON CONFLICT DO NOTHING
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
