using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PublicHearings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "public_hearing",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    hearing_on = table.Column<DateOnly>(type: "date", nullable: false),
                    time = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_hearing", x => new { x.case_id, x.round });
                });

            migrationBuilder.CreateIndex(
                name: "ix_public_hearing_hearing_on_case_id_round",
                table: "public_hearing",
                columns: new[] { "hearing_on", "case_id", "round" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "public_hearing");
        }
    }
}
