using System.Reflection;
using System.Reflection.Emit;

namespace CommunityBot.Host.Tests.Architecture;

/// <summary>Which types a type uses: in its bases, members, signatures, attributes and the code of its methods.</summary>
internal static class TypeUses
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!) // every public static field of OpCodes is an OpCode
        .ToDictionary(code => code.Value);

    public static HashSet<Type> Of(Type type)
    {
        var uses = new HashSet<Type>();
        Add(uses, type.BaseType);
        AddAll(uses, type.GetInterfaces());
        AddAll(uses, type.GetCustomAttributesData().Select(attribute => attribute.AttributeType));

        foreach (var field in type.GetFields(Everything))
        {
            Add(uses, field.FieldType);
        }

        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            AddMethod(uses, method);
        }

        return uses;
    }

    private static void AddMethod(HashSet<Type> uses, MethodBase method)
    {
        AddAll(uses, method.GetParameters().Select(parameter => parameter.ParameterType));
        Add(uses, (method as MethodInfo)?.ReturnType);

        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        AddAll(uses, body.LocalVariables.Select(local => local.LocalType));

        foreach (var token in TokensOf(body.GetILAsByteArray() ?? []))
        {
            AddMember(uses, method, token);
        }
    }

    private static void AddMember(HashSet<Type> uses, MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, typeArguments, methodArguments);

        if (member is Type type)
        {
            Add(uses, type);
            return;
        }

        Add(uses, member?.DeclaringType);

        if (member is MethodInfo { IsGenericMethod: true } generic)
        {
            AddAll(uses, generic.GetGenericArguments());
        }

        if (member is FieldInfo field)
        {
            Add(uses, field.FieldType);
        }
    }

    private static IEnumerable<int> TokensOf(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            at += code[at] == 0xFE ? 2 : 1;
            var opCode = OpCodesByValue[value];

            if (opCode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += LengthOf(opCode.OperandType, code, at);
        }
    }

    private static int LengthOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static void AddAll(HashSet<Type> uses, IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            Add(uses, type);
        }
    }

    private static void Add(HashSet<Type> uses, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(uses, type.GetElementType());
            return;
        }

        if (type.IsGenericType && !type.IsGenericTypeDefinition)
        {
            AddAll(uses, type.GetGenericArguments());
            type = type.GetGenericTypeDefinition();
        }

        uses.Add(type);
    }
}
