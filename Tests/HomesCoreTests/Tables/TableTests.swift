import Foundation
import HomesCore
import Testing

@Suite struct TableTests {
    private let table = Table(
        title: Phrase("Occupancy on 2007-03-05", "2007-03-05 床位使用"),
        columns: [
            Table.Column("code", Phrase("Home", "编号")),
            Table.Column("name", Phrase("Name", "名称")),
            Table.Column("occupied", Phrase("Occupied", "在住"), .integer),
            Table.Column("occupancyPercent", Phrase("Occupancy %", "使用率 %"), .percent),
        ],
        rows: [
            [
                .verbatim("AH-014"), .text(Phrase("Mengcheng", "蒙城县")), .integer(34),
                .tenths(Tenths(tenths: 850)),
            ],
            [
                .verbatim("YN-010"), .text(Phrase("=Qilin", "麒麟区")), .integer(0),
                .tenths(nil, orMissing: Phrase("no beds", "无床位")),
            ],
        ],
        notes: [Phrase("Occupied / in service x 100", "在住 / 在用 x 100")])

    @Test func `text is aligned by terminal columns in both languages`() {
        #expect(
            table.text(.english) == """
                Occupancy on 2007-03-05

                Home    Name       Occupied  Occupancy %
                ------  ---------  --------  -----------
                AH-014  Mengcheng        34         85.0
                YN-010  =Qilin            0          n/a

                n/a: no beds
                Occupied / in service x 100

                """)
        #expect(
            table.text(.chinese) == """
                2007-03-05 床位使用

                编号    名称    在住  使用率 %
                ------  ------  ----  --------
                AH-014  蒙城县    34      85.0
                YN-010  麒麟区     0    不适用

                不适用: 无床位
                在住 / 在用 x 100

                """)
    }

    @Test func `several reasons are numbered, hostile cells marked, no rows said`() {
        var other = table
        other.rows.append([
            .verbatim("X\u{1B}[2J"), .missing(Phrase("unknown", "未知")), .integer(1),
            .missing(Phrase("no beds", "无床位")),
        ])
        let text = other.text(.english)
        #expect(text.contains("n/a (1): no beds\nn/a (2): unknown"))
        #expect(text.contains("X<001B>[2J") && !text.contains("\u{1B}"))
        other.rows = []
        #expect(other.text(.chinese).contains("（无数据）"))
    }

    @Test func `CSV has the headings of the language, numbers as numbers and no formula`() {
        #expect(
            table.csv(.english)
                == "Home,Name,Occupied,Occupancy %\r\nAH-014,Mengcheng,34,85.0\r\n"
                + "YN-010,'=Qilin,0,n/a\r\n")
        #expect(table.csv(.chinese, byteOrderMark: true).unicodeScalars.first == "\u{FEFF}")
    }

    @Test func `JSON keeps the order, the decimal and null`() {
        let expected = """
            [
              {
                "code": "AH-014",
                "name": "蒙城县",
                "occupied": 34,
                "occupancyPercent": 85.0
              },
              {
                "code": "YN-010",
                "name": "麒麟区",
                "occupied": 0,
                "occupancyPercent": null
              }
            ]
            """
        #expect(table.json(.chinese).text == expected)
    }
}

@Suite struct JSONTests {
    @Test func `every kind of value`() {
        let value = JSON.object([
            JSON.Member("a\"b\\", .array([])), JSON.Member("c", .object([])),
            JSON.Member("d", .array([.null, .bool(true), .bool(false), .integer(-3)])),
            JSON.Member("e", .optional(Tenths(tenths: -5))),
            JSON.Member("f", .optional(nil as String?)),
        ])
        #expect(
            value.text == """
                {
                  "a\\"b\\\\": [],
                  "c": {},
                  "d": [
                    null,
                    true,
                    false,
                    -3
                  ],
                  "e": -0.5,
                  "f": null
                }
                """)
    }

    @Test func `another reader reads every string as it was written`() throws {
        var random = SeededGenerator(seed: 37)
        let texts =
            (0..<5_000).map { _ in random.text(length: 0...20) }
            + ["\u{0}\u{1B}\u{202E}𠮷\u{F0000}"]
        let written = JSON.array(texts.map { .string($0) }).text
        let read = try JSONDecoder().decode([String].self, from: Data(written.utf8))
        print("strings written as JSON and read: \(texts.count)")
        #expect(read.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
        #expect(HostileText.firstForbidden(in: written, lines: true) == nil)
    }
}
