using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>What officers call the states and grounds of disclosures.</summary>
internal static class DisclosureWords
{
    public static string Of(DisclosureState state) => state switch
    {
        DisclosureState.Proposed => "待批准",
        DisclosureState.Published => "公示中",
        DisclosureState.Withheld => "不予公示",
        _ => "已撤下",
    };

    public static string Of(DisclosureLine line) => line.IsExpired ? "公示期满" : Of(line.State);

    public static StatusKind KindOf(DisclosureLine line) => line.State switch
    {
        DisclosureState.Proposed => StatusKind.Seen,
        DisclosureState.Published => line.IsExpired ? StatusKind.Stop : StatusKind.Done,
        _ => StatusKind.Stop,
    };

    public static string Of(NoPublicationGround ground) => ground switch
    {
        NoPublicationGround.NoSocialImpact => "不具有一定社会影响",
        NoPublicationGround.Secrets => "涉及国家秘密、商业秘密或者个人隐私",
        NoPublicationGround.Minor => "当事人是未成年人",
        NoPublicationGround.PublicSafety => "可能危及国家安全、公共安全、经济安全、社会稳定",
        _ => "不予行政处罚决定",
    };
}
