using CsCheck;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Check digits of organisations and persons.</summary>
public sealed class IdentifiersTests
{
    private static readonly DateOnly Today = new(2026, 10, 8);

    [Theory]
    [InlineData("91110000600037341L", true)]
    [InlineData("91350603MA000001XL", true)]
    [InlineData("92350603MA0000123P", true)]
    [InlineData("11350603MB00000017", true)]
    [InlineData("92350603ma0000123p", true)]
    [InlineData("91110000600037341M", false)]
    [InlineData("911100006000373４1L", false)]
    [InlineData(" 1110000600037341L", false)]
    [InlineData("91110000600037341", false)]
    [InlineData("9111000060003734IL", false)]
    [InlineData("91A10000600037341L", false)]
    [InlineData("", false)]
    public void CreditCode_Form_IsChecked(string value, bool valid) => Assert.Equal(valid, Identifiers.CreditCode(value).Valid);

    [Theory]
    [InlineData("360426199101010071", true)]
    [InlineData("35060319900101001X", true)]
    [InlineData("35060319900101001x", true)]
    [InlineData("350603198506150021", true)]
    [InlineData("350603198506150022", false)]
    [InlineData("350603198502300021", false)]
    [InlineData("35060319850615002１", false)]
    [InlineData("350603850615002", false)]
    [InlineData("350603000006150021", false)]
    public void ResidentId_Form_IsChecked(string value, bool valid) => Assert.Equal(valid, Identifiers.ResidentId(value, Today).Valid);

    [Fact]
    public void ResidentId_BornTomorrow_IsInvalidUntilThen()
    {
        const string Value = "110101202610090016";
        var check = "10X98765432"[Enumerable.Range(0, 17).Sum(i => (Value[i] - '0') * new[] { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 }[i]) % 11];
        var value = Value[..17] + check;
        Assert.False(Identifiers.ResidentId(value, Today).Valid);
        Assert.True(Identifiers.ResidentId(value, Today.AddDays(1)).Valid);
    }

    [Fact]
    public void CreditCode_OneCharacterChanged_IsNeverValid() =>
        (from position in Gen.Int[0, 17] from character in Gen.OneOfConst("0123456789ABCDEFGHJKLMNPQRTUWXY".ToCharArray()) select (position, character)).Sample(change =>
        {
            var value = "91110000600037341L".ToCharArray();
            var same = value[change.position] == change.character;
            value[change.position] = change.character;
            Assert.Equal(same, Identifiers.CreditCode(new(value)).Valid);
        }, iter: 300);
}
