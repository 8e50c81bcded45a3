using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HelpAndPayments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "payment_code",
                table: "case",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "help_call",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    crew_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    inspection_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    officer_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    officer_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    officers = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place_erased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    outcome = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_call", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_place",
                columns: table => new
                {
                    call_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    longitude = table.Column<int>(type: "integer", nullable: true),
                    latitude = table.Column<int>(type: "integer", nullable: true),
                    erase_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_place", x => x.call_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_payment_code",
                table: "case",
                column: "payment_code");

            migrationBuilder.CreateIndex(
                name: "ix_help_call_area_closed_at",
                table: "help_call",
                columns: new[] { "area", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_help_place_erase_on",
                table: "help_place",
                column: "erase_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_call");

            migrationBuilder.DropTable(
                name: "help_place");

            migrationBuilder.DropIndex(
                name: "ix_case_payment_code",
                table: "case");

            migrationBuilder.DropColumn(
                name: "payment_code",
                table: "case");
        }
    }
}
