using System.Reflection;
using System.Runtime.CompilerServices;
using CommunityBot.Storage.LiteDb.Settled;

namespace CommunityBot.Storage.LiteDb.Tests.Architecture;

/// <summary>LiteDB is not thread-safe, and a lazy answer that is left half-read poisons the process: nothing of it leaves its one class.</summary>
public sealed class LiteDbBorderTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Only_one_class_knows_a_type_of_LiteDB()
    {
        var offenders = typeof(LiteDbFile).Assembly.GetTypes()
            .Where(type => !BelongsTo(type, typeof(LiteDbFile)))
            .Where(type => TypesIn(type).Any(IsOfLiteDb))
            .Select(type => type.FullName);

        Assert.Empty(offenders);
    }

    [Fact]
    public void The_test_sees_an_offender() => Assert.Contains(TypesIn(typeof(LiteDbFile)), IsOfLiteDb);

    [Fact]
    public void Nothing_of_LiteDB_and_nothing_lazy_or_async_crosses_its_border()
    {
        var border = typeof(LiteDbFile).GetMethods(All).Where(method => method.IsPublic).ToList();

        Assert.NotEmpty(border);
        Assert.All(border, method =>
        {
            var types = method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).SelectMany(WithArguments);
            Assert.DoesNotContain(types, IsOfLiteDb);
            Assert.False(method.IsDefined(typeof(AsyncStateMachineAttribute), false));
            Assert.False(method.IsDefined(typeof(IteratorStateMachineAttribute), false));
            Assert.False(typeof(Task).IsAssignableFrom(method.ReturnType));
            Assert.False(method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        });
    }

    [Fact]
    public void Outside_the_registration_everything_is_internal()
    {
        var visible = typeof(LiteDbFile).Assembly.GetExportedTypes();

        Assert.Equal([typeof(LiteDbStoreServices)], visible);
    }

    private static bool BelongsTo(Type? type, Type owner) => type is not null && (type == owner || BelongsTo(type.DeclaringType, owner));

    private static bool IsOfLiteDb(Type type) => type.Assembly.GetName().Name == "LiteDB";

    private static IEnumerable<Type> TypesIn(Type type)
    {
        var fields = type.GetFields(All).Select(field => field.FieldType);
        var signatures = type.GetMethods(All).SelectMany(method => method.GetParameters().Select(one => one.ParameterType).Append(method.ReturnType));
        var built = type.GetConstructors(All).SelectMany(method => method.GetParameters().Select(one => one.ParameterType));
        var locals = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))
            .SelectMany(method => method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
        return fields.Concat(signatures).Concat(built).Concat(locals).SelectMany(WithArguments);
    }

    private static IEnumerable<Type> WithArguments(Type type) => type.HasElementType
        ? WithArguments(type.GetElementType()!)
        : type.GetGenericArguments().SelectMany(WithArguments).Append(type);
}
