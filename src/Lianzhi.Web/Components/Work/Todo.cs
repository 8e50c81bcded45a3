using Lianzhi.Web.Components.Clocks;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Components.Work;

/// <summary>One thing a person has to do (待办), with the clock behind it.</summary>
/// <param name="Title">What is to be done, a verb first.</param>
/// <param name="About">What it is about: number, party, place.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Action">Words of the button, two to four characters.</param>
/// <param name="Kind">How its clock stands.</param>
/// <param name="State">The same in words, for example 剩 2 个工作日.</param>
/// <param name="Days">Day cells of the period; empty without a clock.</param>
/// <param name="DueText">Last day and name of the period, for example 10月10日 周六 调休上班.</param>
/// <param name="Course">How far a period has come that is too long for day cells.</param>
public sealed record Todo(string Title, string About, string Href, string Action, StatusKind Kind, string State, IReadOnlyList<DayCell> Days, string DueText, LongPeriod? Course = null);
