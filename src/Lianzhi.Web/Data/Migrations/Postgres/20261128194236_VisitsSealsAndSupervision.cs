using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class VisitsSealsAndSupervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "left",
                table: "plan_visit",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "left_because",
                table: "plan_visit",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "seal_request",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    paper = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    of_inspection = table.Column<bool>(type: "boolean", nullable: false),
                    file_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    paper_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    copies = table.Column<int>(type: "integer", nullable: false),
                    straddle = table.Column<bool>(type: "boolean", nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    asker_account = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    asker_officer = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    asker_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    signed_before = table.Column<bool>(type: "boolean", nullable: false),
                    signer_account = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    signer_officer = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    signer_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    signer_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    signer_authorisation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_copies = table.Column<int>(type: "integer", nullable: true),
                    used_straddle = table.Column<bool>(type: "boolean", nullable: true),
                    spoilt = table.Column<int>(type: "integer", nullable: true),
                    spoilt_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    taken_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    keeper_account = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    keeper_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_request", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bureau = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bureau_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    body = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    body_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    case_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    case_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    matter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    problem = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    demand = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ordered = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    after_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    after = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    mark = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    answer_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    followed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_answer",
                columns: table => new
                {
                    supervision_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    done = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    materials = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    accepted = table.Column<bool>(type: "boolean", nullable: true),
                    remark = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_answer", x => new { x.supervision_id, x.round });
                    table.ForeignKey(
                        name: "fk_supervision_answer_supervision_row_supervision_id",
                        column: x => x.supervision_id,
                        principalTable: "supervision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_seal_request_asked_on_id",
                table: "seal_request",
                columns: new[] { "asked_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_seal_request_asker_officer_asked_on_id",
                table: "seal_request",
                columns: new[] { "asker_officer", "asked_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_seal_request_file_id",
                table: "seal_request",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_seal_request_kind_asked_on_id",
                table: "seal_request",
                columns: new[] { "kind", "asked_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_seal_request_paper",
                table: "seal_request",
                column: "paper");

            migrationBuilder.CreateIndex(
                name: "ix_seal_request_stage_asked_on_id",
                table: "seal_request",
                columns: new[] { "stage", "asked_on", "id" },
                filter: "stage <> 'Sealed'");

            migrationBuilder.CreateIndex(
                name: "ix_seal_request_unit_asked_on_id",
                table: "seal_request",
                columns: new[] { "unit", "asked_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_seal_request_unit_kind_asked_on_id",
                table: "seal_request",
                columns: new[] { "unit", "kind", "asked_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_body_id",
                table: "supervision",
                columns: new[] { "body", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_body_state_id",
                table: "supervision",
                columns: new[] { "body", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_case_id_id",
                table: "supervision",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_state_answer_due_on_id",
                table: "supervision",
                columns: new[] { "state", "answer_due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_state_id",
                table: "supervision",
                columns: new[] { "state", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "seal_request");

            migrationBuilder.DropTable(
                name: "supervision_answer");

            migrationBuilder.DropTable(
                name: "supervision");

            migrationBuilder.DropColumn(
                name: "left",
                table: "plan_visit");

            migrationBuilder.DropColumn(
                name: "left_because",
                table: "plan_visit");
        }
    }
}
