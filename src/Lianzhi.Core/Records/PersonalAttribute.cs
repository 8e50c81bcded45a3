namespace Lianzhi.Core.Records;

/// <summary>
/// Marks personal data (个人信息): the record commits to it as a field of its own, so that it can be
/// erased by law without breaking the chain, and pages mask it unless it is lawfully opened.
/// Goes on string properties of record payloads and of rows.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
