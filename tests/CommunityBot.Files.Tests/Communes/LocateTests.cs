using CommunityBot.Communes;
using CommunityBot.TestKit.Communes;

namespace CommunityBot.Files.Tests.Communes;

public sealed class LocateTests
{
    private static readonly Locate Locate = new(RealContent.Names, new CommunePlaces(RealContent.Directory, new NoBoundaries()));

    [Theory]
    [InlineData("thuong giao", "{\"status\":\"found\",\"communes\":[{\"vintage\":2025,\"code\":\"01912\",\"name\":\"Xã Chợ Rã\"}],\"why\":\"Xã Thượng Giáo (huyện Ba Bể cũ) nay thuộc xã Chợ Rã.\"}")]
    [InlineData("Chợ Rã", "{\"status\":\"found\",\"communes\":[{\"vintage\":2025,\"code\":\"01912\",\"name\":\"Xã Chợ Rã\"}],\"why\":\"Xã Chợ Rã là tên đang dùng.\"}")]
    [InlineData("21.03 105.85", "{\"status\":\"outside\",\"communes\":[],\"why\":\"Điểm này ở ngoài tỉnh Thái Nguyên nên chưa có xã nào phụ trách.\"}")]
    [InlineData("\"; drop", "{\"status\":\"unknown\",\"communes\":[],\"why\":\"Không thấy xã, phường nào tên như vậy trong danh sách.\"}")]
    public void A_program_reads_one_object_on_one_line(string query, string expected) =>
        Assert.Equal(expected, Locate.Json(Locate.Ask(query)));

    [Theory]
    [InlineData("22.44 105.72")]
    [InlineData("22.44, 105.72")]
    [InlineData("  22.44\t105.72 ")]
    public void Two_numbers_are_a_point_and_without_borders_always_a_choice(string query)
    {
        var choose = Assert.IsType<CommuneAnswer.Choose>(Locate.Ask(query));
        Assert.Equal(3, choose.Communes.Count);
        Assert.Equal("Xã Chợ Rã", choose.Communes[0].FullName);
        Assert.StartsWith("{\"status\":\"choose\",\"communes\":[{\"vintage\":2025,\"code\":\"01912\"", Locate.Json(choose), StringComparison.Ordinal);
    }

    [Fact]
    public void People_read_the_choices_and_why()
    {
        var lines = Locate.Text(Locate.Ask("van lang")).Split(Environment.NewLine);

        Assert.Equal(["1. Xã Văn Lang (2025-02143)", "2. Xã Văn Lăng (2025-05665), chưa dùng"], lines[..2]);
        Assert.Contains("gần giống nhau", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unserved_commune_is_found_and_said_to_be_unserved()
    {
        var answer = Locate.Ask("dinh hoa");
        Assert.Contains("\"status\":\"found\"", Locate.Json(answer), StringComparison.Ordinal);
        Assert.Contains("Xã này chưa dùng CommunityBot", Locate.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_made_up_province_is_located_too()
    {
        var tiling = new Tiling();
        var locate = new Locate(new CommuneNames(tiling.Directory), new CommunePlaces(tiling.Directory, new NoBoundaries()));
        Assert.Equal(Tiling.KeyOf(1, 1), locate.Ask(Tiling.NameOf(1, 1)).Communes[0].Key);
    }
}
