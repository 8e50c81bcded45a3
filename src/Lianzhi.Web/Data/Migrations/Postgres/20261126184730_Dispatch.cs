using System;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Dispatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "dispatch_board",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    changes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch_board", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dispatch_crew",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    board_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    officers = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    gear = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    issued_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acknowledged_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch_crew", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dispatch_job",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    board_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reference = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    plan_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    target_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    items = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    township = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    block = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    longitude = table.Column<int>(type: "integer", nullable: true),
                    latitude = table.Column<int>(type: "integer", nullable: true),
                    subjects = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    opens_at = table.Column<int>(type: "integer", nullable: false),
                    closes_at = table.Column<int>(type: "integer", nullable: false),
                    urgency = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    needs = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    crew_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    outcome = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatch_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    officer_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    begins_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "equipment",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    stock_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    custodian_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    custodian = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    custody_since = table.Column<DateOnly>(type: "date", nullable: true),
                    calibrated_until = table.Column<DateOnly>(type: "date", nullable: true),
                    calibration = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "equipment_booking",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    equipment_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    begins_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    holder = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipment_booking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "equipment_fault",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    equipment_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    reported_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    repair = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    repaired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipment_fault", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "officer_booking",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    officer_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    board_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    crew_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    begins_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_booking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_event",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    board_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    crew_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_number",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_number", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "recusal",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    officer_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    matter = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    board_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    ground = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    declared_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recusal", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_board_area_day",
                table: "dispatch_board",
                columns: new[] { "area", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_crew_board_id_id",
                table: "dispatch_crew",
                columns: new[] { "board_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_job_board_id_id",
                table: "dispatch_job",
                columns: new[] { "board_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dispatch_job_reference",
                table: "dispatch_job",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "ix_duty_ends_at",
                table: "duty",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_duty_officer_id_begins_at",
                table: "duty",
                columns: new[] { "officer_id", "begins_at" });

            migrationBuilder.CreateIndex(
                name: "ix_equipment_area_id",
                table: "equipment",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_equipment_kind_id",
                table: "equipment",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_equipment_stock_number",
                table: "equipment",
                column: "stock_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_equipment_booking_equipment_id_begins_at",
                table: "equipment_booking",
                columns: new[] { "equipment_id", "begins_at" });

            migrationBuilder.CreateIndex(
                name: "ix_equipment_booking_holder",
                table: "equipment_booking",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "ix_equipment_fault_equipment_id_id",
                table: "equipment_fault",
                columns: new[] { "equipment_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_equipment_fault_open",
                table: "equipment_fault",
                column: "equipment_id",
                filter: "repaired_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_officer_booking_crew_id",
                table: "officer_booking",
                column: "crew_id");

            migrationBuilder.CreateIndex(
                name: "ix_officer_booking_officer_id_begins_at",
                table: "officer_booking",
                columns: new[] { "officer_id", "begins_at" });

            migrationBuilder.CreateIndex(
                name: "ix_order_event_crew_id_id",
                table: "order_event",
                columns: new[] { "crew_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recusal_matter_officer_id",
                table: "recusal",
                columns: new[] { "matter", "officer_id" },
                unique: true);
            DatabaseObjects.PostgresBookings(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dispatch_board");

            migrationBuilder.DropTable(
                name: "dispatch_crew");

            migrationBuilder.DropTable(
                name: "dispatch_job");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "equipment");

            migrationBuilder.DropTable(
                name: "equipment_booking");

            migrationBuilder.DropTable(
                name: "equipment_fault");

            migrationBuilder.DropTable(
                name: "officer_booking");

            migrationBuilder.DropTable(
                name: "order_event");

            migrationBuilder.DropTable(
                name: "order_number");

            migrationBuilder.DropTable(
                name: "recusal");
        }
    }
}
