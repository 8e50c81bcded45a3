namespace Lianzhi.Web.Components.Maps;

/// <summary>One township on the schematic map (示意图).</summary>
/// <param name="Code">Nine-digit division code.</param>
/// <param name="Name">Name written on it.</param>
/// <param name="X">Where the name stands.</param>
/// <param name="Y">Where the name stands.</param>
/// <param name="Outline">Closed outline as absolute SVG path of straight lines; neighbours share their points exactly.</param>
public sealed record TownshipShape(string Code, string Name, int X, int Y, string Outline);

/// <summary>
/// The district as a schematic drawing: shapes and neighbourhood are roughly right, places and distances are not.
/// It shows which township lies in which area and lets one be chosen; it never locates anything.
/// </summary>
public static class DistrictShapes
{
    /// <summary>The part of the drawing that holds everything.</summary>
    public const string ViewBox = "30 16 572 498";

    /// <summary>The Jiulong river along the east.</summary>
    public const string River = "M598 70C574 190 600 300 520 396S360 520 200 500";

    /// <summary>The six townships.</summary>
    public static readonly IReadOnlyList<TownshipShape> All =
    [
        new("350603005", "景山街道", 158, 150, "M70 130L77 122L85 115L91 107L98 98L102 88L108 79L113 70L120 62L136 56L152 49L168 45L185 43L202 41L218 34L235 34L252 30L250 45L254 60L255 76L257 91L259 106L260 121L265 135L270 150L261 162L250 173L242 186L231 196L222 209L216 223L205 234L196 246L178 243L159 242L142 237L123 234L105 237L87 240L68 240L50 240L55 227L56 212L62 200L66 186L68 172L68 158L71 144L70 130Z"),
        new("350603001", "步文街道", 160, 345, "M50 240L68 240L87 240L105 237L123 234L142 237L159 242L178 243L196 246L207 254L219 262L230 271L240 282L252 288L264 296L278 298L292 302L292 314L289 325L287 337L282 348L279 359L273 369L270 380L268 392L252 399L237 406L223 415L206 420L194 432L180 441L166 451L150 458L142 448L133 438L121 430L112 421L106 409L98 398L89 388L78 380L75 362L74 344L67 328L63 310L58 293L55 275L52 258L50 240Z"),
        new("350603003", "蓝田街道", 306, 232, "M270 150L286 151L302 156L315 166L330 171L346 176L360 185L372 195L384 206L385 221L389 235L388 250L391 264L393 279L398 293L399 308L402 322L388 325L374 324L359 323L346 318L332 315L319 310L305 307L292 302L278 298L264 296L252 288L240 282L230 271L219 262L207 254L196 246L205 234L216 223L222 209L231 196L242 186L250 173L261 162L270 150Z"),
        new("350603002", "碧湖街道", 352, 408, "M292 302L305 307L319 310L332 315L346 318L359 323L374 324L388 325L402 322L410 332L420 342L430 351L439 360L449 369L456 380L465 391L472 402L467 407L463 413L457 417L451 422L446 427L442 433L438 439L436 446L422 454L410 464L394 467L379 475L364 480L349 486L334 489L318 492L297 487L277 479L256 476L236 467L214 469L192 468L172 460L150 458L166 451L180 441L194 432L206 420L223 415L237 406L252 399L268 392L270 380L273 369L279 359L282 348L287 337L289 325L292 314L292 302Z"),
        new("350603103", "郭坑镇", 400, 122, "M252 30L271 33L290 29L308 31L326 39L344 38L363 37L381 40L400 42L419 41L438 44L456 50L474 57L491 65L506 76L522 85L540 92L544 104L550 116L554 128L558 140L560 152L561 165L563 178L566 190L543 192L521 197L498 199L475 195L453 202L430 207L407 205L384 206L372 195L360 185L346 176L330 171L315 166L302 156L286 151L270 150L265 135L260 121L259 106L257 91L255 76L254 60L250 45L252 30Z"),
        new("350603004", "朝阳街道", 478, 278, "M566 190L569 197L571 203L573 210L572 218L573 225L572 232L571 239L572 246L566 257L559 268L556 280L550 291L542 301L535 312L528 322L520 332L515 341L508 350L504 360L499 369L494 379L487 387L479 394L472 402L465 391L456 380L449 369L439 360L430 351L420 342L410 332L402 322L399 308L398 293L393 279L391 264L388 250L389 235L385 221L384 206L407 205L430 207L453 202L475 195L498 199L521 197L543 192L566 190Z"),
    ];

    /// <summary>The border around a set of townships: the lines of their outlines that no two of them share.</summary>
    public static string BorderOf(IEnumerable<string> codes)
    {
        var lines = All.Where(shape => codes.Contains(shape.Code)).SelectMany(shape => Lines(shape.Outline)).ToList();
        var shared = lines.GroupBy(Undirected).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return string.Concat(lines.Where(line => !shared.Contains(Undirected(line))).Select(line => $"M{line.From}L{line.To}"));
    }

    private static IEnumerable<(string From, string To)> Lines(string outline)
    {
        var points = outline.Trim('M', 'Z').Split('L');
        return points.Zip(points.Skip(1));
    }

    private static string Undirected((string From, string To) line) => string.CompareOrdinal(line.From, line.To) < 0 ? $"{line.From}|{line.To}" : $"{line.To}|{line.From}";
}
