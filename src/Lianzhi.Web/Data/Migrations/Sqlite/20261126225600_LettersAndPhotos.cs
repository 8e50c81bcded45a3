using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
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
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    board_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    crew_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    home = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    officers = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    subjects = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from_minute = table.Column<int>(type: "INTEGER", nullable: false),
                    until_minute = table.Column<int>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    agrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    reply = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    replied_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    replied_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_borrow_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inspection_photo",
                columns: table => new
                {
                    inspection_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
