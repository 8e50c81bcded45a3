using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Inspections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "checks",
                table: "requirement",
                type: "character varying(20000)",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "of_inspection",
                table: "paper_number",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "of_inspection",
                table: "issued_paper",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "inspection",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    joint_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    township = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    target_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    target_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    target_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true),
                    target_address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    enterprise = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    plan_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    visit_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    clue_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    scope = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    helpers = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    year_count = table.Column<int>(type: "integer", nullable: false),
                    year_cap = table.Column<int>(type: "integer", nullable: true),
                    year_granted = table.Column<int>(type: "integer", nullable: false),
                    beyond_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    proposed_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposer_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signer_account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    signer_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    signer_post = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    signer_authorisation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    notice_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    notice_mark = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    noticed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    manner = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    manner_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    notice_receiver = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    place = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    started_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    result_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    present = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    situation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    party_opinion = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    signed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    refused_because = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    witness = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    conclusion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    conclusion_text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    concluded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    correction_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    demand = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    correction_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    transfer_to = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    result_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result_receiver = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    recheck_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rechecked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    corrected = table.Column<bool>(type: "boolean", nullable: true),
                    recheck_findings = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recheck_officers = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    grade = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    feedback_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    feedback_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    officer_names = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inspection_item",
                columns: table => new
                {
                    inspection_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    requirement = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    finding = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_item", x => new { x.inspection_id, x.position });
                });

            migrationBuilder.CreateTable(
                name: "inspection_officer",
                columns: table => new
                {
                    inspection_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    officer_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    certificate = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    home = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_officer", x => new { x.inspection_id, x.officer_id });
                });

            migrationBuilder.CreateTable(
                name: "inspection_scene",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    inspection_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    relation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    method = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_scene", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_plan_visit_enterprise",
                table: "plan_visit",
                column: "enterprise");

            migrationBuilder.CreateIndex(
                name: "ix_inspection_area_id",
                table: "inspection",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_area_stage_id",
                table: "inspection",
                columns: new[] { "area", "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_day_id",
                table: "inspection",
                columns: new[] { "day", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_enterprise_day",
                table: "inspection",
                columns: new[] { "enterprise", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_joint_id",
                table: "inspection",
                column: "joint_id");

            migrationBuilder.CreateIndex(
                name: "ix_inspection_stage_id",
                table: "inspection",
                columns: new[] { "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_target_id_id",
                table: "inspection",
                columns: new[] { "target_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_unit_id",
                table: "inspection",
                columns: new[] { "unit", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_unit_stage_id",
                table: "inspection",
                columns: new[] { "unit", "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_visit_id",
                table: "inspection",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_inspection_officer_officer_id_inspection_id",
                table: "inspection_officer",
                columns: new[] { "officer_id", "inspection_id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_scene_inspection_id",
                table: "inspection_scene",
                column: "inspection_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inspection");

            migrationBuilder.DropTable(
                name: "inspection_item");

            migrationBuilder.DropTable(
                name: "inspection_officer");

            migrationBuilder.DropTable(
                name: "inspection_scene");

            migrationBuilder.DropIndex(
                name: "ix_plan_visit_enterprise",
                table: "plan_visit");

            migrationBuilder.DropColumn(
                name: "checks",
                table: "requirement");

            migrationBuilder.DropColumn(
                name: "of_inspection",
                table: "paper_number");

            migrationBuilder.DropColumn(
                name: "of_inspection",
                table: "issued_paper");
        }
    }
}
