using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>The register of numbers: what is reserved is used or voided with a reason.</summary>
public sealed class NumberRegisterTests
{
    [Theory]
    [InlineData("执法终端3号", 1, null)]
    [InlineData("执法终端3号", NumberRegister.MostAtOnce, null)]
    [InlineData("执法终端3号", NumberRegister.MostAtOnce + 1, "count")]
    [InlineData("执法终端3号", 0, "count")]
    [InlineData(" ", 1, "device")]
    [InlineData(null, 1, "device")]
    public void Reserve_DeviceAndCount_AreChecked(string? device, int count, string? wrong) =>
        Assert.Equal(wrong is null ? [] : [wrong], NumberRegister.Reserve(device, count).Select(refusal => refusal.Field!));

    [Theory]
    [InlineData(NumberState.Reserved, "设备故障", null)]
    [InlineData(NumberState.Reserved, " ", "invalid")]
    [InlineData(NumberState.Reserved, null, "invalid")]
    [InlineData(NumberState.Used, "设备故障", "number-used")]
    [InlineData(NumberState.Voided, "设备故障", "number-voided")]
    public void Void_EachState_IsAllowedOnlyForReservedWithAReason(NumberState state, string? reason, string? code)
    {
        var refusal = NumberRegister.Void(state, reason);
        Assert.Equal(code is null, refusal is null);
        if (code is not (null or "invalid")) Assert.Equal(code, refusal!.Code);
    }

    [Theory]
    [InlineData(NumberState.Reserved, null)]
    [InlineData(NumberState.Used, "number-used")]
    [InlineData(NumberState.Voided, "number-voided")]
    [InlineData(null, "number-not-reserved")]
    public void Use_EachState_IsAllowedOnlyForReserved(NumberState? state, string? code) => Assert.Equal(code, NumberRegister.Use(state)?.Code);

    [Fact]
    public void Run_WithReservedOrEarlierNumbers_IsNotWhole()
    {
        Assert.True(new NumberRun("罚", 2026, 5, 4, 0, 1).IsWhole);
        Assert.False(new NumberRun("罚", 2026, 5, 4, 1, 0).IsWhole);
        Assert.Equal((3, false), (new NumberRun("罚", 2026, 5, 2, 0, 0).Before, new NumberRun("罚", 2026, 5, 2, 0, 0).IsWhole));
    }
}
