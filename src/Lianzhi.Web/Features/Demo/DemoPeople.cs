using System.Globalization;
using CsvHelper;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Demo;

/// <summary>The made-up people of the demonstration district (演示人员): officers, certificates, posts, secondments and accounts.</summary>
public sealed class DemoPeople(IServiceProvider services, DateOnly today)
{
    /// <summary>Password of every demonstration account.</summary>
    public const string Password = "lianzhi-demo";

    private const string Source = "演示数据";

    private static readonly Dictionary<Role, PostKind> Posts = new()
    {
        [Role.AreaChief] = PostKind.AreaChief,
        [Role.AreaCoordinator] = PostKind.AreaCoordinator,
        [Role.TownshipDeputy] = PostKind.TownshipDeputy,
        [Role.BrigadeLeader] = PostKind.BrigadeLeader,
        [Role.LegalReviewer] = PostKind.LegalReviewer,
        [Role.JusticeReviewer] = PostKind.LegalReviewer,
        [Role.Liaison] = PostKind.Liaison,
        [Role.Head] = PostKind.Head,
        [Role.DeputyHead] = PostKind.DeputyHead,
    };

    /// <summary>Loads everybody in one transaction, through the use cases of people; returns officer ids by account name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Load(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(Actor.System);
        var officers = new Dictionary<string, string>(StringComparer.Ordinal);
        var hash = scope.ServiceProvider.GetRequiredService<AccountDirectory>().Hash(Password);
        using var csv = new CsvReader(new StreamReader(ShippedData.PathOf("demo/people.csv")), CultureInfo.InvariantCulture);
        var people = csv.GetRecords<Person>().ToList();
        var loaded = await scope.ServiceProvider.GetRequiredService<UseCaseRunner>().InTransaction<bool>(async () =>
        {
            foreach (var person in people) officers[person.user_name] = await Add(scope.ServiceProvider, person, hash, cancel);
            return (true, true);
        }, cancel);
        Done(loaded);
        return officers;
    }

    private async Task<string> Add(IServiceProvider scope, Person person, string hash, CancellationToken cancel)
    {
        var from = Day(person.post_from);
        var id = Done(await scope.GetRequiredService<AddOfficer>().Run(new NewOfficer(person.name, person.unit, person.user_name, from), Source, cancel));
        if (person.certificate_number.Length > 0)
            Done(await scope.GetRequiredService<AddCertificate>().Run(id, new NewCertificate(person.certificate_number, "福建省人民政府（示例）",
                Day(person.certificate_from), Day(person.certificate_to), from), cancel));
        Role[] roles = [.. person.roles.Split('|').Select(role => Enum.Parse<Role>(role, ignoreCase: true))];
        foreach (var role in roles)
        {
            if (!Posts.TryGetValue(role, out var post)) continue;
            var place = post is PostKind.AreaChief or PostKind.AreaCoordinator ? person.area : person.unit;
            var signs = post is PostKind.Head or PostKind.DeputyHead ? person.signing_scope : null;
            Done(await scope.GetRequiredService<FillPost>().Run(new NewPost(post, place, id, signs, Source, from,
                post == PostKind.LegalReviewer ? $"法律职业资格（演示）{person.certificate_number}" : null), Source, cancel));
        }
        var assignments = roles.Select(role => Assign(role, person)).ToList();
        if (person.seconded_to.Length > 0)
        {
            Done(await scope.GetRequiredService<SendDown>().Run(id,
                new NewSecondment(person.seconded_to, person.may_act_in_subjects_name == "yes", "下沉派驻文件（演示数据）", Day(person.seconded_from), null), cancel));
            var isArea = person.seconded_to.Length == 2;
            assignments.Add(new Assignment(Role.Officer, isArea ? null : person.seconded_to, isArea ? person.seconded_to : null));
        }
        var unit = scope.GetRequiredService<Platform.Reference.Snapshot<OrganisationRegister>>().Current.AsOf(today).UnitName(person.unit);
        Done(await scope.GetRequiredService<AccountDirectory>().Add(new NewAccount(person.user_name, person.name, id, unit, assignments), hash, from, cancel));
        return id;
    }

    private static Assignment Assign(Role role, Person person) => role switch
    {
        Role.Administrator => new Assignment(role, null, null),
        Role.AreaChief or Role.AreaCoordinator => new Assignment(role, null, person.area),
        _ => new Assignment(role, person.unit, person.area.Length > 0 ? person.area : null),
    };

    /// <summary>A date, or <c>+18</c> for so many days after the day of the demonstration.</summary>
    private DateOnly Day(string text) => text.StartsWith('+')
        ? today.AddDays(int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
        : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T Done<T>(Result<T> result) => result.IsOk ? result.Value
        : throw new InvalidOperationException($"The demonstration was refused: {string.Join(' ', result.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field} {refusal.Message}"))}");

#pragma warning disable IDE1006 // Named as the columns of the file.
    private sealed record Person(
        string user_name, string name, string unit, string area, string roles, string post_from, string signing_scope, string certificate_number,
        string certificate_from, string certificate_to, string seconded_to, string seconded_from, string may_act_in_subjects_name, string note);
#pragma warning restore IDE1006
}
