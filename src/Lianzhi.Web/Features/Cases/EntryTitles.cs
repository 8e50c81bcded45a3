using Lianzhi.Core.Cases;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What officers call entries and personal values of a case's record (条目名称).</summary>
internal static class EntryTitles
{
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["name"] = "姓名（名称）",
        ["identifier"] = "证件号码",
        ["bornOn"] = "出生日期",
        ["representative"] = "法定代表人（负责人）",
        ["address"] = "住所（住址）",
        ["phone"] = "电话",
        ["present"] = "在场人",
        ["partyOpinion"] = "当事人意见",
        ["person"] = "被询问人",
        ["personIdentifier"] = "被询问人证件号码",
        ["answer"] = "回答",
        ["content"] = "陈述申辩内容",
        ["requestedBy"] = "听证申请人",
        ["receiver"] = "受送达人",
        ["witness"] = "见证人",
    };

    /// <summary>Title of a type of entry.</summary>
    public static string Of(string type) => CaseEventTypes.Find(type)?.Title ?? (type == RecordEraser.Type ? "依法删除个人信息" : type);

    /// <summary>Title of a personal value by its place in the payload.</summary>
    public static string OfField(string path)
    {
        var member = path[(path.LastIndexOf('.') + 1)..];
        return Members.GetValueOrDefault(member) ?? member;
    }
}
