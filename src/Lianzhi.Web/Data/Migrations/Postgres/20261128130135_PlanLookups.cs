using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PlanLookups : Migration
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
