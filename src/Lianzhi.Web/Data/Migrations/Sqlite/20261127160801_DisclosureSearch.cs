using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DisclosureSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "disclosure_search",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    pairs = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure_search", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_search_id",
                table: "disclosure_search",
                column: "id",
                unique: true);
            DatabaseObjects.SqliteSearch(migrationBuilder, "disclosure_search");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE disclosure_search_pairs;");
            migrationBuilder.DropTable(
                name: "disclosure_search");
        }
    }
}
