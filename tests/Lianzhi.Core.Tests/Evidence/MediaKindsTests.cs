using System.Text;
using CsCheck;
using Lianzhi.Core.Evidence;

namespace Lianzhi.Core.Tests.Evidence;

public sealed class MediaKindsTests
{
    [Theory]
    [InlineData("FFD8FFE000104A46", "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("52494646AAAAAAAA57454250", "image/webp")]
    [InlineData("52494646AAAAAAAA57415645", "audio/wav")]
    [InlineData("52494646AAAAAAAA41564920", "video/x-msvideo")]
    [InlineData("000000186674797069736F6D", "video/mp4")]
    [InlineData("00000018667479707174 2020", "video/quicktime")]
    [InlineData("00000018667479704D344120", "audio/mp4")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("1A45DFA39F4286810142F7810142F2810442F381084282847765626D", "video/webm")]
    [InlineData("1A45DFA3A34286810142F7810142F2810442F381084282886D6174726F736B61", "video/x-matroska")]
    [InlineData("494433030000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("2321414D520A", "audio/amr")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("504B0304", "application/zip")]
    [InlineData("4D5A9000", null)]
    [InlineData("7F454C46", null)]
    [InlineData("", null)]
    public void Find_ByFirstBytes_TellsTheType(string bytes, string? type) => Assert.Equal(type, MediaKinds.Find(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))));

    [Fact]
    public void Find_PacketsOf188Bytes_AreATransportStream() =>
        Assert.Equal("video/mp2t", MediaKinds.Find([0x47, 0x40, 0x00, 0x10, .. new byte[184], 0x47, 0x40, 0x01, 0x10]));

    [Theory]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("GIF89a")]
    [InlineData("#!/bin/sh")]
    public void Find_WhatABrowserMightRun_IsNotTaken(string text) => Assert.Null(MediaKinds.Find(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Find_AnyBytes_NeverFails() => Gen.Byte.Array[0, 40].Sample(bytes => MediaKinds.Find(bytes) is null or { Length: > 0 });
}
