using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.Channels.Zalo;
using CommunityBot.Channels.Zalo.Wire;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Tests.Zalo;

/// <summary>Every recorded signature is believed or refused as its vector says.</summary>
public sealed class ZaloSignatureTests
{
    private const string OtherOrder = "oa_id-first";

    public static TheoryData<int> Vectors => [.. Enumerable.Range(0, All().Count)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_vector_is_judged_as_recorded(int number)
    {
        var vector = All()[number]!;
        var expected = vector["expect_valid"]!.GetValue<bool>();

        Assert.Equal(expected, Verify(vector, "app_id") is not null);
        Assert.Equal(expected || vector["variant"]?.GetValue<string>() == OtherOrder, Verify(vector, "either") is not null);
    }

    [Fact]
    public void The_other_first_term_is_believed_only_when_the_operator_says_so()
    {
        var vector = All().Single(one => one!["variant"]?.GetValue<string>() == OtherOrder)!;

        Assert.Null(Verify(vector, "app_id"));
        Assert.Equal("oa_id", Verify(vector, "oa_id"));
        Assert.Equal("oa_id", Verify(vector, "either"));
    }

    [Theory]
    [InlineData("""{"app_id":"3608465248940900001","event_name":"follow"}""")]
    [InlineData("""{"timestamp":"1795420800123","event_name":"follow"}""")]
    [InlineData("""{"app_id":"999","timestamp":"1795420800123","event_name":"follow"}""")]
    public void Without_time_or_our_app_id_nobody_is_believed(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var heard = JsonSerializer.Deserialize(bytes, ZaloJson.Default.ZaloEvent)!;
        var header = TestKit.Zalo.ZaloDelivery.Sign(bytes, heard.Timestamp ?? "", heard.AppId ?? "");

        Assert.Null(Signature("either").Verify(bytes, heard, header));
    }

    private static string? Verify(JsonNode vector, string firstTerm)
    {
        var body = Convert.FromBase64String(vector["raw_body_base64"]!.GetValue<string>());
        return Signature(firstTerm).Verify(body, JsonSerializer.Deserialize(body, ZaloJson.Default.ZaloEvent)!, vector["header"]!.GetValue<string>());
    }

    private static ZaloSignature Signature(string firstTerm) => new(Options.Create(new ZaloOptions
    {
        AppId = TestKit.Zalo.FakeZalo.AppId,
        OaId = TestKit.Zalo.FakeZalo.OaId,
        OaSecretKey = TestKit.Zalo.FakeZalo.OaSecretKey,
        SignatureFirstTerm = firstTerm,
    }));

    private static JsonArray All() => Sample.Json("signature-vectors")["vectors"]!.AsArray();
}
