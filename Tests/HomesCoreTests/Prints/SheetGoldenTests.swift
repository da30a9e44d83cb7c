import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import HomesCore

/// Every sheet as it leaves the program, in both languages, as text and as HTML.
@Suite struct SheetGoldenTests {
    private static let folder = "HomesCoreTests/Goldens"

    @Test func `every sheet in both languages as text and as HTML`() throws {
        var compared = 0
        for kind in Sheets.all {
            for language in [SheetLanguage.english, .chinese] {
                // A programme of its own for each: what was printed before is seen on the next. The
                // serial counts every entry before it, which is nothing of the sheet's.
                var sheet = try SheetFixture().printed(kind, language).sheet
                sheet.mark?.serial = "AH-014/8123"
                for (text, ending) in [
                    (sheet.text(language), "txt"), (sheet.html(language), "html"),
                ] {
                    let file = "\(kind.id).\(language.rawValue).\(ending)"
                    compared += 1
                    if let fault = Golden.compare(text, file, in: Self.folder) {
                        Issue.record("\(file): \(fault)")
                    }
                }
            }
        }
        print("\(compared) printed sheets compared")
        #expect(compared == 4 * Sheets.all.count)
    }

    @Test func `no English stands on a Chinese sheet, nor the other way`() throws {
        let typed = ["Women's Home", "Yingshang", "Lin Fang", "Wang Xiaoyan"]
        var lines = 0
        let fixture = try SheetFixture()
        for kind in Sheets.all {
            for line in try fixture.printed(kind, .chinese).text.split(separator: "\n") {
                lines += 1
                var line = String(line)
                for words in typed { line = line.replacing(words, with: "") }
                #expect(!line.contains(/[A-Za-z]{3,} [A-Za-z]{3,}/), "\(kind.id): \(line)")
            }
            for line in try fixture.printed(kind).text.split(separator: "\n") {
                lines += 1
                #expect(!line.contains(/[，。；：（）]/), "\(kind.id): \(line)")
            }
        }
        print("\(lines) lines in one language")
        #expect(lines > 200)
    }

    @Test func `both languages stand on one sheet`() throws {
        let fixture = try SheetFixture()
        let printed = try fixture.printed(Sheets.departureChecklist, .both)
        for text in [printed.text, printed.html] {
            #expect(text.contains("出发前清单") && text.contains("Departure checklist"))
        }
        #expect(printed.html.contains("lang=\"en\"") && printed.html.contains("lang=\"zh-Hans\""))
    }

    // MARK: What a page is

    @Test func `no line is wider than the page, and no page is longer`() throws {
        let fixture = try SheetFixture()
        for language in SheetLanguage.allCases {
            for kind in Sheets.all {
                let printed = try fixture.printed(kind, language)
                for page in printed.text.split(separator: "\u{0C}") {
                    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
                    #expect(lines.count <= Sheet.pageLines + 1, "\(kind.id) \(language)")
                    let marks =
                        kind.id == Sheets.plainCard.id
                        ? [String(printed.serial.number)]
                        : [printed.serial.text, printed.expiresOn.iso]
                    for mark in marks {
                        #expect(page.contains(mark), "\(kind.id) has a page without")
                    }
                    for line in lines {
                        #expect(ColumnWidth.of(line) <= Sheet.textWidth, "\(kind.id): \(line)")
                    }
                }
            }
        }
    }

    @Test func `a long table goes on under its head on the next page`() throws {
        var sheet = Sheet(
            title: Phrase("List", "名单"),
            blocks: [
                .heading(Phrase("All", "全部")),
                .table(
                    SheetTable(
                        [Phrase("No.", "序号"), Phrase("Code", "编号")], trailing: [0],
                        rows: (1...150).map {
                            [Phrase(verbatim: String($0)), Phrase(verbatim: "AH014-\($0)")]
                        })),
            ])
        sheet.mark = SheetMark(
            serial: "AH-014/7", who: "Lin", at: Instant(milliseconds: 0), offsetMinutes: 480,
            expiresOn: CivilDate(dayNumber: 3), isHers: false)
        let pages = sheet.pages(.english, width: 80)
        #expect(pages.count == 3)
        for (index, page) in pages.enumerated() {
            #expect(page.count <= Sheet.pageLines)
            #expect(page[0].hasSuffix("AH-014/7  \(index + 1)/3"))
            #expect(page.contains { $0.contains("No.") && $0.contains("Code") })
        }
        let rows = pages.joined().filter { $0.contains("AH014-") }
        #expect(rows.count == 150)
    }

    @Test func `a heading never stands last on a page`() throws {
        for count in 40...60 {
            let sheet = Sheet(
                title: Phrase("List", "名单"),
                blocks: [
                    .paragraph(
                        Phrase(verbatim: (1...count).map { "line \($0)" }.joined(separator: "\n"))),
                    .heading(Phrase("Head", "标题")), .paragraph(Phrase(verbatim: "under it")),
                ])
            for page in sheet.pages(.english, width: 80) {
                #expect(page.last?.hasPrefix("==") == false)
            }
        }
    }

    // MARK: HTML

    /// Elements that the parser saw, or why it stopped.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [String] = []
        var text = ""
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) { elements.append(name) }
        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    /// Whether every element that begins ends, in its order: the parser mends what does not.
    private func isBalanced(_ html: String) -> Bool {
        var open: [Substring] = []
        for tag in html.matches(of: /<(\/?)([A-Za-z0-9]+)[^>]*?(\/?)>/) {
            if tag.1.isEmpty {
                if tag.3.isEmpty { open.append(tag.2) }
            } else if open.popLast() != tag.2 {
                return false
            }
        }
        return open.isEmpty
    }

    private func read(_ html: String) -> Reader? {
        guard isBalanced(html) else { return nil }
        let reader = Reader()
        let body = html.replacing("<!DOCTYPE html>\n", with: "")
        let parser = XMLParser(data: Data(body.utf8))
        parser.delegate = reader
        return parser.parse() ? reader : nil
    }

    @Test func `HTML is well formed, holds no script and fetches nothing`() throws {
        #expect(read("<!DOCTYPE html>\n<html><p>open</html>") == nil)
        var checked = 0
        let fixture = try SheetFixture()
        for kind in Sheets.all {
            for language in SheetLanguage.allCases {
                let html = try fixture.printed(kind, language).html
                let reader = try #require(read(html), "\(kind.id) is not well formed")
                checked += 1
                let known: Set<String> = [
                    "html", "head", "meta", "title", "style", "body", "table", "thead", "tbody",
                    "tr", "td", "th", "h1", "h2", "p", "span", "div",
                ]
                #expect(Set(reader.elements).isSubset(of: known), "\(kind.id)")
                for word in ["http:", "https:", "url(", "@import", "src=", "href=", "<script"] {
                    #expect(!html.contains(word), "\(kind.id) has \(word)")
                }
            }
        }
        print("\(checked) HTML files are well formed and fetch nothing")
    }

    @Test func `hostile text is shown as text`() throws {
        let hostile = [
            "<script>alert(1)</script>", "a\"b'c&d", "\u{202E}drow", "line\u{0007}bell",
            "]]>", "</td></table>", "\u{200B}\u{FEFF}",
        ]
        for text in hostile {
            let phrase = Phrase(verbatim: text)
            let sheet = Sheet(
                title: phrase, subtitle: phrase,
                blocks: [
                    .heading(phrase), .paragraph(phrase), .facts([SheetFact(phrase, phrase)]),
                    .table(SheetTable([phrase], rows: [[phrase]])), .checks([SheetCheck(phrase)]),
                    .writing([phrase]), .question(phrase), .signatures([phrase]),
                    .panels([SheetPanel(title: phrase, lines: [phrase])]),
                ])
            let reader = try #require(read(sheet.html(.english)), "\(text.debugDescription)")
            #expect(!reader.elements.contains("script"))
            let marked = HostileText.marked(text)
            #expect(reader.text.contains(marked))
            let plain = sheet.text(.english)
            #expect(plain.contains(marked.prefix(8)))
            for page in [plain, sheet.html(.english)] {
                let left = page.unicodeScalars.filter {
                    HostileText.isForbidden($0) && $0 != "\n" && $0 != "\u{0C}"
                }
                #expect(left.isEmpty)
            }
        }
        print("\(hostile.count) hostile texts in 9 kinds of block")
    }
}
