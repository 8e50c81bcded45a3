using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TargetSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "target_search",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    pairs = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_search", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_target_search_id",
                table: "target_search",
                column: "id",
                unique: true);
            DatabaseObjects.SqliteSearch(migrationBuilder, "target_search");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE target_search_pairs;");
            migrationBuilder.DropTable(
                name: "target_search");
        }
    }
}
