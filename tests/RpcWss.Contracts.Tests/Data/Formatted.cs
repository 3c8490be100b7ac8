using MessagePack.Formatters;

namespace RpcWss.Contracts.Tests.Data;

/// <summary>Types and members with formatters of the user, there and back.</summary>
[RpcContract]
public partial interface IFormatted
{
    Task<Money> Money(Money value);

    Task<Money?> Maybe(Money? value);

    Task<List<Money>> Money2(List<Money> value);

    Task<Secret?> Text(Secret? value);

    Task<Wrapped<int>> Wrapped(Wrapped<int> value);

    Task<Mood> Mood(Mood value);

    Task<Annotated> Member(Annotated value);

    Task<AnnotatedMap> Named(AnnotatedMap value);
}

[MessagePackFormatter(typeof(MoneyFormatter))]
public readonly record struct Money(long Cents);

public sealed class MoneyFormatter : IMessagePackFormatter<Money>
{
    public void Serialize(ref MessagePackWriter writer, Money value, MessagePackSerializerOptions options) => writer.Write($"{value.Cents}c");

    public Money Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        new(long.Parse(reader.ReadString()!.TrimEnd('c'), System.Globalization.CultureInfo.InvariantCulture));
}

[MessagePackFormatter(typeof(SecretFormatter), 3)]
public sealed class Secret(string text)
{
    public string Text { get; } = text;
}

public sealed class SecretFormatter(int shift) : IMessagePackFormatter<Secret?>
{
    public void Serialize(ref MessagePackWriter writer, Secret? value, MessagePackSerializerOptions options) =>
        writer.Write(value is null ? null : string.Concat(value.Text.Select(c => (char)(c + shift))));

    public Secret? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        reader.ReadString() is { } text ? new Secret(string.Concat(text.Select(c => (char)(c - shift)))) : null;
}

[MessagePackFormatter(typeof(WrappedFormatter<>))]
public sealed class Wrapped<T>
{
    public T? Value { get; set; }
}

public sealed class WrappedFormatter<T> : IMessagePackFormatter<Wrapped<T>?>
{
    public void Serialize(ref MessagePackWriter writer, Wrapped<T>? value, MessagePackSerializerOptions options) =>
        options.Resolver.GetFormatterWithVerify<T?>().Serialize(ref writer, value is null ? default : value.Value, options);

    public Wrapped<T>? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        new() { Value = options.Resolver.GetFormatterWithVerify<T?>().Deserialize(ref reader, options) };
}

[MessagePackFormatter(typeof(EnumAsStringFormatter<Mood>))]
public enum Mood
{
    Good,
    Bad,
}

[MessagePackObject]
public sealed class Annotated
{
    [Key(0)]
    [MessagePackFormatter(typeof(EnumAsStringFormatter<DayOfWeek>))]
    public DayOfWeek Text { get; set; }

    [Key(1)]
    public DayOfWeek Number { get; set; }

    [Key(2)]
    [MessagePackFormatter(typeof(NativeDateTimeFormatter))]
    public DateTime Native { get; set; }
}

[MessagePackObject(true)]
public sealed record AnnotatedMap([property: MessagePackFormatter(typeof(NativeGuidFormatter))] Guid Id, Money Price);

public sealed class Formatted : IFormatted
{
    public Task<Money> Money(Money value) => Task.FromResult(value);

    public Task<Money?> Maybe(Money? value) => Task.FromResult(value);

    public Task<List<Money>> Money2(List<Money> value) => Task.FromResult(value);

    public Task<Secret?> Text(Secret? value) => Task.FromResult(value);

    public Task<Wrapped<int>> Wrapped(Wrapped<int> value) => Task.FromResult(value);

    public Task<Mood> Mood(Mood value) => Task.FromResult(value);

    public Task<Annotated> Member(Annotated value) => Task.FromResult(value);

    public Task<AnnotatedMap> Named(AnnotatedMap value) => Task.FromResult(value);
}
