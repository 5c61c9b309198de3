using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Refuses settings of Zalo that cannot work or would let strangers in; all mistakes at once, in English and Vietnamese.</summary>
internal sealed class ZaloOptionsCheck : IValidateOptions<ZaloOptions>
{
    public ValidateOptionsResult Validate(string? name, ZaloOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AppId))
        {
            return ValidateOptionsResult.Success; // no Zalo at all
        }

        var mistakes = MistakesIn(options).ToArray();
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> MistakesIn(ZaloOptions options)
    {
        if (!options.AppId!.All(char.IsAsciiDigit))
        {
            yield return "Zalo:AppId is not a number. (Zalo:AppId phải là dãy số.)";
        }

        if (options.OaId is not { Length: > 0 } oa || !oa.All(char.IsAsciiDigit))
        {
            yield return "Zalo:OaId is missing or not a number. (Thiếu Zalo:OaId, dãy số của Official Account.)";
        }

        if (string.IsNullOrWhiteSpace(options.AppSecret))
        {
            yield return "Zalo:AppSecret is missing: tokens could not be renewed. (Thiếu Zalo:AppSecret.)";
        }

        if (string.IsNullOrWhiteSpace(options.OaSecretKey))
        {
            yield return "Zalo:OaSecretKey is missing: anybody could speak as any villager. "
                + "(Thiếu Zalo:OaSecretKey; thiếu nó, người lạ có thể giả làm bà con.)";
        }
    }
}
