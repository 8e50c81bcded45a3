namespace Lianzhi.Web.Components.Marks;

/// <summary>How a thing stands (状态), with its own icon and colour; the word is always said as well.</summary>
public enum StatusKind
{
    /// <summary>Under way, more than three working days left.</summary>
    Run,

    /// <summary>临期: three working days or fewer.</summary>
    Due,

    /// <summary>逾期: past due. The only red on a screen.</summary>
    Over,

    /// <summary>Done or valid.</summary>
    Done,

    /// <summary>不可办: the law or a cap forbids it now.</summary>
    Stop,

    /// <summary>中止, 扣除: time not counted.</summary>
    Pause,

    /// <summary>未阅: nobody looked yet.</summary>
    Unseen,

    /// <summary>已阅未办: seen, not acted on.</summary>
    Seen,
}
