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
    public void Parse_WhatPeopleWrite_IsReadAndWrittenBack(string? text, string kept)
    {
        var skills = OfficerSkills.Parse(text);
        Assert.True(skills.IsOk);
        Assert.Equal(kept, OfficerSkills.Text(skills.Value));
        Assert.Equal(skills.Value, OfficerSkills.Parse(kept).Value);
    }

    [Theory]
    [InlineData("食品安全6")]
    [InlineData("食品安全0")]
    [InlineData("食品安全99999999999")]
    [InlineData("3")]
    [InlineData("食品安全2 消防3")]
    [InlineData("消防1、消防2")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一")]
    [InlineData("一、二、三、四、五、六、七、八、九、十、百")]
    public void Parse_NoSkillOrNoLevel_IsRefused(string text) => Assert.Equal("skills", Assert.Single(OfficerSkills.Parse(text).Refusals).Field);
}
