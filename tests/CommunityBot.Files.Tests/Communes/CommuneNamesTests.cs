using CommunityBot.Communes;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Tests.Communes;

public sealed class CommuneNamesTests
{
    private static readonly CommuneDirectory Directory = RealContent.Directory;
    private static readonly CommuneNames Names = RealContent.Names;

    public static TheoryData<string> FormerUnits =>
        [.. Directory.Units.Where(unit => unit.Successor is not null).Select(unit => unit.Key.ToString())];

    public static TheoryData<string> UnitsInForce => [.. Directory.Communes.Select(commune => commune.Key.ToString())];

    [Theory]
    [MemberData(nameof(FormerUnits))]
    public void Every_former_name_leads_to_the_unit_responsible_today(string key)
    {
        Assert.True(UnitKey.TryParse(key, out var parsed));
        var unit = Directory.Units.Single(one => one.Key == parsed);
        var today = Directory.ResponsibleFor(parsed)!;

        foreach (var text in WaysToWrite(unit))
        {
            var answer = Names.Find(text);
            Assert.True(answer is CommuneAnswer.Found(var commune, _) && commune == today, $"{text} → {answer}");
        }
    }

    [Theory]
    [MemberData(nameof(UnitsInForce))]
    public void Every_present_name_is_found_with_its_type(string key)
    {
        Assert.True(UnitKey.TryParse(key, out var parsed));
        var commune = Directory.Find(parsed)!;

        foreach (var text in new[] { commune.FullName, VietnameseText.Fold(commune.FullName), commune.FullName.ToUpperInvariant() })
        {
            var answer = Names.Find(text);
            Assert.Contains(commune, answer.Communes);
            Assert.Equal(IsVanLang(commune), answer is CommuneAnswer.Choose);
            Assert.True(IsVanLang(commune) || answer is CommuneAnswer.Found == commune.IsServed, $"{text} → {answer}");
        }
    }

    [Theory]
    [MemberData(nameof(UnitsInForce))]
    public void Every_present_name_alone_is_found_or_asked_about(string key)
    {
        Assert.True(UnitKey.TryParse(key, out var parsed));
        var commune = Directory.Find(parsed)!;
        var isAmbiguous = IsVanLang(commune) || Directory.Areas.Any(area => area.Name == commune.Name);

        foreach (var text in new[] { commune.Name, VietnameseText.Fold(commune.Name) })
        {
            var answer = Names.Find(text);
            Assert.Contains(commune, answer.Communes);
            Assert.Equal(isAmbiguous, answer is CommuneAnswer.Choose);
        }
    }

    [Theory]
    [InlineData("thuong giao ba be", "Xã Chợ Rã")]
    [InlineData("thuong giao", "Xã Chợ Rã")]
    [InlineData("xa thuong giao", "Xã Chợ Rã")]
    [InlineData("x. Thượng Giáo, h. Ba Bể, tỉnh Bắc Kạn", "Xã Chợ Rã")]
    [InlineData("Thượng Giáo, Ba Bể, Bắc Kạn", "Xã Chợ Rã")]
    [InlineData("xã Thượng Giáo (nay là xã Chợ Rã)", "Xã Chợ Rã")]
    [InlineData("Xã Yên Phong huyện Chợ Đồn", "Xã Yên Phong")]
    [InlineData("tt cho ra", "Xã Chợ Rã")]
    [InlineData("TT. Chợ Mới", "Xã Chợ Mới")]
    [InlineData("thị trấn Chợ Mới, huyện Chợ Mới", "Xã Chợ Mới")]
    [InlineData("xã Ba Bể", "Xã Ba Bể")]
    [InlineData("Chợ Mới, Chợ Mới, Bắc Kạn", "Xã Chợ Mới")]
    [InlineData("phường Bắc Kạn", "Phường Bắc Kạn")]
    [InlineData("Đức Xuân, Bắc Kạn", "Phường Đức Xuân")]
    [InlineData("P. Xuất Hoá TP Bắc Kạn", "Phường Bắc Kạn")]
    [InlineData("Văn Lang Na Rì", "Xã Văn Lang")]
    [InlineData("xã Lương Thượng, Na Rì", "Xã Văn Lang")]
    [InlineData("thuonggiao", "Xã Chợ Rã")]
    [InlineData("thuwowngj giaos", "Xã Chợ Rã")]
    [InlineData("THƯỢNG GIÁO", "Xã Chợ Rã")]
    [InlineData("Thu\u031Bo\u031B\u0323ng Gia\u0301o", "Xã Chợ Rã")]
    [InlineData("Sỹ Bình", "Xã Vĩnh Thông")]
    [InlineData("ở xã cũ Cao Trĩ", "Xã Chợ Rã")]
    public void A_name_in_any_dress_is_found(string text, string expected)
    {
        var found = Assert.IsType<CommuneAnswer.Found>(Names.Find(text));
        Assert.Equal(expected, found.Commune.FullName);
        Assert.NotEmpty(found.Why);
    }

    [Theory]
    [InlineData("Định Hóa", "Xã Định Hoá")]
    [InlineData("dinh hoa", "Xã Định Hoá")]
    [InlineData("Điềm Thụy", "Xã Điềm Thuỵ")]
    [InlineData("huyện Đại Từ", "Xã Đại Từ")]
    [InlineData("lam vĩ", "Xã Lam Vỹ")]
    public void The_other_communes_are_found_but_not_served(string text, string expected)
    {
        var found = Assert.IsType<CommuneAnswer.NotServed>(Names.Find(text));
        Assert.Equal(expected, found.Commune.FullName);
        Assert.Contains("chưa dùng", found.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ba Bể", "Xã Ba Bể")]
    [InlineData("bac kan", "Phường Bắc Kạn")]
    [InlineData("Bạch Thông", "Xã Bạch Thông")]
    [InlineData("chợ đồn", "Xã Chợ Đồn")]
    [InlineData("chợ mới", "Xã Chợ Mới")]
    [InlineData("na ri", "Xã Na Rì")]
    [InlineData("NGÂN SƠN", "Xã Ngân Sơn")]
    [InlineData("van lang", "Xã Văn Lang")]
    [InlineData("Văn Lang", "Xã Văn Lang")]
    [InlineData("Văn Lăng", "Xã Văn Lăng")]
    [InlineData("xã Văn Lăng", "Xã Văn Lăng")]
    [InlineData("huyện Pác Nặm", "Xã Bằng Thành")]
    [InlineData("pac nam", "Xã Bằng Thành")]
    [InlineData("huyện Ba Bể", "Xã Ba Bể")]
    [InlineData("Ba Bể, Bắc Kạn", "Xã Ba Bể")]
    [InlineData("thuong giap", "Xã Chợ Rã")]
    [InlineData("xã Thượng Giáp", "Xã Chợ Rã")]
    [InlineData("minh khai", "Phường Đức Xuân")]
    [InlineData("Thượng Giáo huyện Chợ Đồn", "Xã Chợ Rã")]
    public void An_unclear_name_is_asked_about_best_first(string text, string best)
    {
        var choose = Assert.IsType<CommuneAnswer.Choose>(Names.Find(text));
        Assert.Equal(best, choose.Communes[0].FullName);
        Assert.InRange(choose.Communes.Count, 1, 6);
        Assert.Equal(choose.Communes.Distinct(), choose.Communes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("xã")]
    [InlineData("xin chào")]
    [InlineData("vòi nước hỏng")]
    [InlineData("Hà Nội")]
    [InlineData("tỉnh Bắc Kạn")]
    [InlineData("👍👍👍")]
    public void What_is_no_name_is_unknown(string text) => Assert.IsType<CommuneAnswer.Unknown>(Names.Find(text));

    [Theory]
    [InlineData("vòi nước ở bản Nà Mu xã Thượng Giáo hỏng", "Xã Chợ Rã", "bản Nà Mu", "vòi nước ở bản Nà Mu hỏng")]
    [InlineData("voi nuoc o ban na mu xa thuong giao hong", "Xã Chợ Rã", "ban na mu", "voi nuoc o ban na mu hong")]
    [InlineData("Nà Mu, Thượng Giáo", "Xã Chợ Rã", "Nà Mu", "Nà Mu")]
    [InlineData("Rác đổ ở tổ 5 phường Đức Xuân, thành phố Bắc Kạn", "Phường Đức Xuân", "tổ 5", "Rác đổ ở tổ 5")]
    [InlineData("xã Cường Lợi, thôn Nà Sla có người đốt rác", "Xã Cường Lợi", "thôn Nà Sla", "thôn Nà Sla có người đốt rác")]
    [InlineData("nước đục mấy hôm nay, thôn Tân Tiến xã Văn Minh", "Xã Trần Phú", "thôn Tân Tiến", "nước đục mấy hôm nay, thôn Tân Tiến")]
    public void A_commune_inside_a_sentence_is_found_with_the_hamlet(string text, string commune, string village, string rest)
    {
        var found = Names.FindInText(text);
        Assert.Equal(commune, Assert.IsType<CommuneAnswer.Found>(found.Answer).Commune.FullName);
        Assert.Equal(village, found.Village);
        Assert.Equal(rest, found.Rest);
    }

    [Theory]
    [InlineData("vòi nước ở bản nà mu hỏng rồi cháu ơi", "bản nà mu")]
    [InlineData("vòi ở thôn Nà Mu hỏng", "thôn Nà Mu")]
    [InlineData("thon na mu mat nuoc", "thon na mu")]
    [InlineData("rác đầy ở Tổ 7", "Tổ 7")]
    [InlineData("to dan pho 3 co rac", "to dan pho 3")]
    [InlineData("làng Pác Ngòi có khói", "làng Pác Ngòi")]
    [InlineData("đống rác to quá", "")]
    [InlineData("dong rac to qua", "")]
    [InlineData("đường ống nước bị vỡ", "")]
    [InlineData("bản thân cháu không biết", "")]
    [InlineData("nước thải làng nghề", "")]
    [InlineData("thôn", "")]
    [InlineData("ở khu", "")]
    public void A_hamlet_is_read_even_where_no_commune_is_named(string text, string village)
    {
        var found = Names.FindInText(text);
        Assert.IsType<CommuneAnswer.Unknown>(found.Answer);
        Assert.Equal(village, found.Village);
    }

    [Theory]
    [InlineData("đống rác to Thượng Giáo", "Xã Chợ Rã")]
    [InlineData("dong rac to thuong giao", "Xã Chợ Rã")]
    [InlineData("trạm y tế xã Nà Phặc đổ rác", "Xã Nà Phặc")]
    [InlineData("ô nhiễm tại thị trấn Chợ Rã, huyện Ba Bể, tỉnh Bắc Kạn (cũ)", "Xã Chợ Rã")]
    [InlineData("nước thải chảy xuống ruộng ở Phường Sông Cầu", "Phường Bắc Kạn")]
    [InlineData("Nghĩa Tá mất nước 3 ngày", "Xã Nghĩa Tá")]
    [InlineData("xa hiep luc mat nuoc", "Xã Hiệp Lực")]
    public void A_commune_is_found_wherever_the_sentence_names_it(string text, string commune) =>
        Assert.Equal(commune, Assert.IsType<CommuneAnswer.Found>(Names.FindInText(text).Answer).Commune.FullName);

    [Theory]
    [InlineData("chúng cháu đã thành công rồi")]
    [InlineData("nha con minh bi mat nuoc")]
    [InlineData("bèo lục bình kín ao")]
    [InlineData("xả thải ra sông Cầu")]
    [InlineData("xe chở rác là phương tiện gì")]
    [InlineData("gần chợ mới có đống rác to")]
    [InlineData("thôn Tân Tiến mất nước")]
    [InlineData("còn mình thì sao")]
    public void Everyday_words_in_a_sentence_are_no_communes(string text)
    {
        var found = Names.FindInText(text);
        Assert.IsType<CommuneAnswer.Unknown>(found.Answer);
        Assert.Equal(text, found.Rest);
    }

    [Fact]
    public void Two_communes_in_a_sentence_are_asked_about()
    {
        var answer = Names.FindInText("xe chở rác từ xã Thượng Giáo sang xã Hiệp Lực đổ").Answer;
        Assert.Equal(["Xã Chợ Rã", "Xã Hiệp Lực"], Assert.IsType<CommuneAnswer.Choose>(answer).Communes.Select(commune => commune.FullName));
    }

    [Theory]
    [InlineData("xã ")]
    [InlineData("ba be ")]
    [InlineData("xa thuong giap ")]
    [InlineData("xã Thượng Giáo ")]
    [InlineData("x")]
    [InlineData("tổ dân ")]
    [InlineData("\u0301")]
    [InlineData("a\u0301")]
    [InlineData("na ")]
    [InlineData("thôn a ")]
    [InlineData(" , ")]
    public void A_hundred_kilobytes_of_hostile_text_cost_twice_as_much_as_half_of_it(string seed)
    {
        Work(seed, 1_000);
        var half = Work(seed, 50_000);
        var whole = Work(seed, 100_000);
        Assert.True(whole <= (half * 3) + 100_000, $"{half} bytes of work, then {whole}");
    }

    // Memory stands for time here: it is the same on every machine, and each step of the search takes some.
    private static long Work(string seed, int length)
    {
        var hostile = string.Concat(Enumerable.Repeat(seed, length / seed.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(Names.Find(hostile).Why);
        Assert.NotNull(Names.FindInText(hostile).Rest);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Torn_letters_are_no_reason_to_fail()
    {
        var torn = string.Concat(Enumerable.Repeat("\uD800 \uDC00xã\uDFFF ", 10_000));
        Assert.IsType<CommuneAnswer.Unknown>(Names.Find(torn));
        Assert.IsType<CommuneAnswer.Unknown>(Names.FindInText(torn).Answer);
    }

    private static IEnumerable<string> WaysToWrite(AdministrativeUnit unit)
    {
        var full = $"{unit.FullName} huyện {unit.District}";
        return [full, VietnameseText.Fold(full), $"{unit.Name}, {unit.District}", VietnameseText.Fold($"{unit.Name} {unit.District}"), full.ToUpperInvariant()];
    }

    private static bool IsVanLang(Commune commune) => VietnameseText.Fold(commune.Name) == "van lang";
}
