using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Benchmarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "benchmark",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grade = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    circumstances = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    low_percent = table.Column<int>(type: "integer", nullable: false),
                    high_percent = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_benchmark", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_item_grade_from",
                table: "benchmark",
                columns: new[] { "item", "grade", "from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "benchmark");
        }
    }
}
