import Testing

@testable import HomesCore

/// Firms that come back under another name, and firms that only look alike.
@Suite struct EmployerLikenessTests {
    private func firm(
        _ names: String..., licence: String? = nil, phone: String? = nil, address: String? = nil,
        representative: String? = nil
    ) -> EmployerTraits {
        EmployerTraits(
            names: names, licence: licence, phones: [phone].compactMap(\.self), address: address,
            representative: representative)
    }

    @Test func `one firm, however it is written`() {
        let pairs: [(EmployerTraits, EmployerTraits, EmployerLikeness)] = [
            (firm("顺发电子厂"), firm("顺发电子厂有限公司"), .name),
            (firm("顺发电子厂"), firm("深圳市龙岗区顺发电子厂"), .name),
            (firm("順發電子廠"), firm("顺发电子厂"), .name),
            (firm("顺发 电子厂"), firm("顺\u{200B}发电子厂"), .name),
            (firm("Shunfa Electronics Co., Ltd."), firm("ｓｈｕｎｆａ electronics"), .name),
            (firm("顺发电子厂"), firm("顺法电子厂"), .sound),
            (firm("新名字厂", "顺发电子厂"), firm("顺发电子厂"), .name),
            (firm("甲厂", licence: "4403-0012 34"), firm("乙厂", licence: "44030012３４"), .licence),
            (firm("甲厂", phone: "+86 138-1234-5678"), firm("乙厂", phone: "１３８１２３４５６７８"), .phone),
            (firm("甲厂", phone: "0755-2345678"), firm("乙厂", phone: "7552345678"), .phone),
            (firm("甲厂", address: "龙岗区坪地镇18号"), firm("乙厂", address: "龙岗区 坪地镇18號"), .address),
        ]
        for (one, other, sign) in pairs {
            #expect(one.likeness(to: other).first == sign, "\(one) \(other)")
            #expect(other.likeness(to: one) == one.likeness(to: other))
        }
    }

    @Test func `two firms that only look alike`() {
        let pairs: [(EmployerTraits, EmployerTraits)] = [
            (firm("顺发电子厂"), firm("大顺发电子厂")), (firm("顺发电子厂"), firm("顺发服装厂")),
            (firm("有限公司"), firm("有限公司")), (firm("电子厂"), firm("玩具厂")),
            (firm("甲厂", phone: "12338"), firm("乙厂", phone: "12338")),
            (firm("甲厂", licence: "1"), firm("乙厂", licence: "1")),
            (firm("甲厂", address: "1号"), firm("乙厂", address: "1号")),
            (firm("甲厂", representative: "王伟"), firm("乙厂", representative: "王伟")),
            (firm(""), firm("")),
        ]
        for (one, other) in pairs {
            #expect(one.likeness(to: other).isEmpty, "\(one) \(other)")
        }
    }

    @Test func `a representative counts beside another sign`() {
        let one = firm("甲厂", phone: "13812345678", representative: "王伟")
        let other = firm("乙厂", phone: "13812345678", representative: "王 伟")
        #expect(one.likeness(to: other) == [.phone, .representative])
    }
}
