using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InspectionGrounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "beyond_ground",
                table: "inspection",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "beyond_reference",
                table: "inspection",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "follows_id",
                table: "inspection",
                type: "TEXT",
                maxLength: 26,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "transfer_number",
                table: "inspection",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "transfer_received_by",
                table: "inspection",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "transfer_received_on",
                table: "inspection",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "beyond_ground",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "beyond_reference",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "follows_id",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "transfer_number",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "transfer_received_by",
                table: "inspection");

            migrationBuilder.DropColumn(
                name: "transfer_received_on",
                table: "inspection");
        }
    }
}
