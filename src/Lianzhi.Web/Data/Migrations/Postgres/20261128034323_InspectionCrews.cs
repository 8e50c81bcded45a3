using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InspectionCrews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "draw_id",
                table: "inspection",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "drawn_id",
                table: "inspection",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "inspection_crew_change",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    inspection_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    gone = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    came = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ground = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    told = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    notice_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_crew_change", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_draw_id",
                table: "inspection",
                column: "draw_id");

            migrationBuilder.CreateIndex(
                name: "ix_inspection_crew_change_inspection_id",
                table: "inspection_crew_change",
                column: "inspection_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inspection_crew_change");

            migrationBuilder.DropIndex(
                name: "ix_inspection_draw_id",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "draw_id",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "drawn_id",
                table: "inspection");
        }
    }
}
