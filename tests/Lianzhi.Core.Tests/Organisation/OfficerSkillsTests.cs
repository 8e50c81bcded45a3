using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Tests.Organisation;

/// <summary>What is written of an officer's skills, read and written back.</summary>
public sealed class OfficerSkillsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("食品安全2、消防3", "消防3、食品安全2")]
    [InlineData("食品安全 第2级，消防", "消防1、食品安全2")]
    [InlineData(" 特种设备:5 ;", "特种设备5")]
    [InlineData("消防3（至2027-12-31）、食品安全2(自2026-01-01)", "消防3（至2027-12-31）、食品安全2（自2026-01-01）")]
    [InlineData("危化品（2026-03-01至2026-03-01）", "危化品1（2026-03-01至2026-03-01）")]
    public void Parse_WhatPeopleWrite_IsReadAndWrittenBack(string? text, string kept)
    {
        var skills = OfficerSkills.Parse(text);
        Assert.True(skills.IsOk);
        Assert.Equal(kept, OfficerSkills.Text(skills.Value));
        Assert.Equal(skills.Value.OrderBy(skill => skill.Name, StringComparer.Ordinal), OfficerSkills.Parse(kept).Value!);
    }

    [Theory]
    [InlineData("食品安全6")]
    [InlineData("消防3（至2027-13-31）")]
    [InlineData("消防3（2027-01-02至2027-01-01）")]
    [InlineData("消防3（）")]
    [InlineData("（至2027-12-31）")]
    [InlineData("食品安全0")]
    [InlineData("食品安全99999999999")]
    [InlineData("3")]
    [InlineData("食品安全2 消防3")]
    [InlineData("消防1、消防2")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一")]
    [InlineData("一、二、三、四、五、六、七、八、九、十、百")]
    public void Parse_NoSkillOrNoLevel_IsRefused(string text) => Assert.Equal("skills", Assert.Single(OfficerSkills.Parse(text).Refusals).Field);

    [Fact]
    public void Skills_OutsideTheirTerm_AreNotHeldOnThatDay()
    {
        var officer = new Officer("o1", "甲", "xf", null, Validity.Always) { Registered = OfficerSkills.Parse("消防3（2026-03-01至2026-03-31）、危化品2").Value! };
        Assert.False(officer.On(new(2026, 2, 28)).Holds("消防", 1));
        Assert.True(officer.On(new(2026, 3, 1)).Holds("消防", 3));
        Assert.True(officer.On(new(2026, 3, 31)).Holds("消防", 3));
        Assert.False(officer.On(new(2026, 4, 1)).Holds("消防", 1));
        Assert.True(officer.On(new(2026, 4, 1)).Holds("危化品", 2));
    }

    [Fact]
    public void File_WithFaults_NamesRowAndColumn()
    {
        var day = new OrganisationRegister([], [], [], [new("xf", "区消防救援大队", "消防", PowerHolder.FireService, OrganLevel.District, true, [], null, "", Validity.Always)],
            [new("o1", "甲", "xf", null, Validity.Always), new("o2", "乙", "xf", null, Validity.Always), new("o3", "乙", "xf", null, Validity.Always)],
            [new("c3", "o3", "示3", "示例", Validity.Always)]).AsOf(new(2026, 3, 1));
        string[] header = ["姓名", "单位", "执法证号", "技能", "等级", "有效期起", "有效期止"];
        var good = SkillFile.Read([(1, header), (2, ["甲", "消防", "", "危化品", "2", "2026-01-01", "46387"]), (3, ["", "", ""]), (4, ["乙", "区消防救援大队", "示3", "消防", "1"])], day);
        Assert.Empty(good.Faults);
        Assert.Equal([("o1", "危化品2（2026-01-01至2026-12-31）"), ("o3", "消防1")], good.Rows.Select(line => (line.Officer, line.Skill.ToString())));
        var bad = SkillFile.Read([(1, header), (2, ["丙", "消防", "", "危化品", "2"]), (3, ["甲", "水利", "", "危化品", "2"]), (4, ["乙", "消防", "", "危化品", "2"]), (5, ["甲", "消防", "", "危化 品", "9", "x"]), (6, ["甲", "消防", "", "电", "", "2026-02-01", "2026-01-01"]), (7, ["甲", "消防", "", "气", "1"]), (8, ["甲", "消防", "", "气", "2"])], day);
        Assert.Equal(["2姓名", "3单位", "4执法证号", "5有效期起", "5技能", "6有效期止", "6等级", "8技能"], bad.Faults.Select(fault => $"{fault.Row}{fault.Column}"));
        Assert.Equal(["等级"], SkillFile.Read([(1, ["姓名", "单位", "技能"])], day).Faults.Select(fault => fault.Column));
    }
}
