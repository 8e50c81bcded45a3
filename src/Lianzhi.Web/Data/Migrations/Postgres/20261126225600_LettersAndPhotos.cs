using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LettersAndPhotos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_equipment_area_id",
                table: "equipment");

            migrationBuilder.DropIndex(
                name: "ix_equipment_kind_id",
                table: "equipment");

            migrationBuilder.CreateTable(
                name: "borrow_letter",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    board_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    crew_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    home = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    officers = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    subjects = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from_minute = table.Column<int>(type: "integer", nullable: false),
                    until_minute = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    issued_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: true),
                    reply = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    replied_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_borrow_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inspection_photo",
                columns: table => new
                {
                    inspection_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    media_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_photo", x => new { x.inspection_id, x.position, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_equipment_area_kind_stock_number",
                table: "equipment",
                columns: new[] { "area", "kind", "stock_number" });

            migrationBuilder.CreateIndex(
                name: "ix_equipment_kind_stock_number",
                table: "equipment",
                columns: new[] { "kind", "stock_number" });

            migrationBuilder.CreateIndex(
                name: "ix_borrow_letter_area_day",
                table: "borrow_letter",
                columns: new[] { "area", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_borrow_letter_crew_id",
                table: "borrow_letter",
                column: "crew_id");

            migrationBuilder.CreateIndex(
                name: "ix_borrow_letter_home_day",
                table: "borrow_letter",
                columns: new[] { "home", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_photo_hash",
                table: "inspection_photo",
                column: "hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "borrow_letter");

            migrationBuilder.DropTable(
                name: "inspection_photo");

            migrationBuilder.DropIndex(
                name: "ix_equipment_area_kind_stock_number",
                table: "equipment");

            migrationBuilder.DropIndex(
                name: "ix_equipment_kind_stock_number",
                table: "equipment");

            migrationBuilder.CreateIndex(
                name: "ix_equipment_area_id",
                table: "equipment",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_equipment_kind_id",
                table: "equipment",
                columns: new[] { "kind", "id" });
        }
    }
}
