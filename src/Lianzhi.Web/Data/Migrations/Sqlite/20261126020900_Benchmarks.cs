using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
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
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    circumstances = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    low_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    high_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
