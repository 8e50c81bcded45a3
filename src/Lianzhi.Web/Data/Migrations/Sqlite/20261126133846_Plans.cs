using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "blackout",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blackout", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cap",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    risk = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    visits = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cap", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cap_exception",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    enterprise = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    visits = table.Column<int>(type: "INTEGER", nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    granted_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    granted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cap_exception", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "draw",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    input_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    commitment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    committed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: false),
                    seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    drawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draw", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "draw_secret",
                columns: table => new
                {
                    draw_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draw_secret", x => x.draw_id);
                });

            migrationBuilder.CreateTable(
                name: "drawn",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    draw_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    target_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    target_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    stratum = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    officers = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    officer_names = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drawn", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inspection_plan",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    only = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    amends = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    problem_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    solution_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    planned = table.Column<int>(type: "INTEGER", nullable: false),
                    unmerged = table.Column<int>(type: "INTEGER", nullable: false),
                    by_hand = table.Column<int>(type: "INTEGER", nullable: false),
                    unserved = table.Column<int>(type: "INTEGER", nullable: false),
                    objective = table.Column<long>(type: "INTEGER", nullable: false),
                    bound = table.Column<long>(type: "INTEGER", nullable: false),
                    opinions_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    meeting = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    meeting_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_change",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    plan_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    target_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_opinion",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    plan_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    agrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_opinion", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_part",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    plan_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    township = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_part", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_run",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    plan_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    wish = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    problem_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: true),
                    spent = table.Column<int>(type: "INTEGER", nullable: false),
                    visits = table.Column<int>(type: "INTEGER", nullable: false),
                    objective = table.Column<long>(type: "INTEGER", nullable: false),
                    bound = table.Column<long>(type: "INTEGER", nullable: false),
                    fault = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_unserved",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    plan_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    target_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    target_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    requirement = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    missing = table.Column<int>(type: "INTEGER", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    by = table.Column<int>(type: "INTEGER", nullable: false),
                    message = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_unserved", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_visit",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    plan_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    target_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    target_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    enterprise = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    township = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    requirements = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    locked = table.Column<bool>(type: "INTEGER", nullable: false),
                    locked_because = table.Column<string>(type: "TEXT", maxLength: 700, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_visit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "requirement",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    requirement = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    by_township = table.Column<bool>(type: "INTEGER", nullable: false),
                    sectors = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    high = table.Column<int>(type: "INTEGER", nullable: false),
                    medium = table.Column<int>(type: "INTEGER", nullable: false),
                    low = table.Column<int>(type: "INTEGER", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    gap_weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    skill = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    skill_level = table.Column<int>(type: "INTEGER", nullable: false),
                    windows = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requirement", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_blackout_area_from",
                table: "blackout",
                columns: new[] { "area", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_cap_risk_from",
                table: "cap",
                columns: new[] { "risk", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cap_exception_enterprise_year",
                table: "cap_exception",
                columns: new[] { "enterprise", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_drawn_draw_id_place",
                table: "drawn",
                columns: new[] { "draw_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inspection_plan_area_year",
                table: "inspection_plan",
                columns: new[] { "area", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_change_plan_id_id",
                table: "plan_change",
                columns: new[] { "plan_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_opinion_plan_id_department",
                table: "plan_opinion",
                columns: new[] { "plan_id", "department" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_part_plan_id_township",
                table: "plan_part",
                columns: new[] { "plan_id", "township" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_run_plan_id",
                table: "plan_run",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_run_state_id",
                table: "plan_run",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_unserved_plan_id",
                table: "plan_unserved",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_visit_plan_id_day_id",
                table: "plan_visit",
                columns: new[] { "plan_id", "day", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_requirement_requirement_from",
                table: "requirement",
                columns: new[] { "requirement", "from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "blackout");

            migrationBuilder.DropTable(
                name: "cap");

            migrationBuilder.DropTable(
                name: "cap_exception");

            migrationBuilder.DropTable(
                name: "draw");

            migrationBuilder.DropTable(
                name: "draw_secret");

            migrationBuilder.DropTable(
                name: "drawn");

            migrationBuilder.DropTable(
                name: "inspection_plan");

            migrationBuilder.DropTable(
                name: "plan_change");

            migrationBuilder.DropTable(
                name: "plan_opinion");

            migrationBuilder.DropTable(
                name: "plan_part");

            migrationBuilder.DropTable(
                name: "plan_run");

            migrationBuilder.DropTable(
                name: "plan_unserved");

            migrationBuilder.DropTable(
                name: "plan_visit");

            migrationBuilder.DropTable(
                name: "requirement");
        }
    }
}
