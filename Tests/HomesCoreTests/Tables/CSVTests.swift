import Foundation
import HomesCore
import Testing

@Suite struct CSVTests {
    private func cells(_ text: String) throws -> [[String]] {
        try CSVReader.rows(Array(text.utf8)).map(\.cells)
    }

    private func fault(_ text: String, _ limits: CSVLimits = .standard) -> CSVFault? {
        do throws(CSVFault) {
            _ = try CSVReader.rows(Array(text.utf8), limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test func `cells, quotes and every kind of line end`() throws {
        #expect(try cells("a,b\r\nc,d\n") == [["a", "b"], ["c", "d"]])
        #expect(try cells("a\rb") == [["a"], ["b"]])
        #expect(try cells("\"a,\"\"b\"\"\",\"\"\n,\n") == [["a,\"b\"", ""], ["", ""]])
        #expect(try cells("王,\"小\n明\"\r\n") == [["王", "小\n明"]])
        #expect(try cells("\"a\r\nb\"") == [["a\nb"]])
        #expect(try cells("a\"b,5\" pipe") == [["a\"b", "5\" pipe"]])
        #expect(try cells("") == [])
        #expect(try cells("\n\n\r\n") == [])
        #expect(try cells("a\tb\n1,5\t2") == [["a", "b"], ["1,5", "2"]])
        #expect(try cells("a;b\n1;2") == [["a", "b"], ["1", "2"]])
        #expect(try cells("a,b;c\n") == [["a", "b;c"]])
    }

    @Test func `rows know their line, behind quoted lines and empty ones too`() throws {
        let rows = try CSVReader.rows(Array("a\n\n\"b\r\nb\"\nc".utf8))
        #expect(rows.map(\.line) == [1, 3, 5])
    }

    @Test func `every fault names line and column, in both languages`() {
        #expect(fault("a\nb,\"c") == .quoteNotClosed(line: 2, column: 2))
        #expect(fault("\"a\"b") == .textAfterQuote(line: 1, column: 1))
        var limits = CSVLimits()
        (limits.fileBytes, limits.rows, limits.columns, limits.fieldBytes) = (20, 2, 2, 3)
        #expect(fault("a\nb\nc", limits) == .tooManyRows(line: 3))
        #expect(fault("a\nb,b,b", limits) == .tooManyColumns(line: 2))
        #expect(fault("a,bbbb", limits) == .fieldTooLong(line: 1, column: 2))
        #expect(fault("a,\"bbbbbbb\"", limits) == .fieldTooLong(line: 1, column: 2))
        #expect(fault(String(repeating: "a", count: 21), limits) == .fileTooLarge(bytes: 21))
        #expect(fault("a,b\n\"a\",\"bbb\"", limits) == nil)
        let phrase = CSVFault.quoteNotClosed(line: 2, column: 3).phrase
        #expect(phrase.english.contains("Line 2, column 3"))
        #expect(phrase.chinese.contains("第 2 行第 3 列"))
    }

    @Test func `the sample saved by a Chinese Excel is read`() throws {
        let file = URL(filePath: #filePath)
            .appending(path: "../../../../data/sample/stays-gb18030.csv").standardized
        let bytes = [UInt8](try Data(contentsOf: file))
        #expect(try TextEncoding.decode(bytes).encoding == .gb18030)
        let rows = try CSVReader.rows(bytes)
        #expect(rows.map(\.line) == [1, 2, 3, 4])
        #expect(rows[0].cells.first == "姓名" && rows[3].cells.first == "尉迟样")
        #expect(rows.allSatisfy { $0.cells.count == 11 })
    }

    @Test func `what is written is read again, whatever the cells hold`() throws {
        var random = SeededGenerator(seed: 23)
        var cases = 0
        for _ in 0..<5_000 {
            let row = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                random.text(length: 0...8)
            }
            // One empty cell is an empty line; a carriage return comes back as a line feed.
            guard row != [""], !row.joined().unicodeScalars.contains("\r") else { continue }
            let read = try CSVReader.rows(Array(("a,b\r\n" + CSVWriter.line(row)).utf8))
            try #require(read.count == 2)
            let expected = row.map { Array(CSVWriter.defused($0).utf8) }
            #expect(read[1].cells.map { Array($0.utf8) } == expected)
            cases += 1
        }
        print("rows written and read again: \(cases)")
        #expect(cases > 4_000)
    }

    @Test func `any bytes are rows or a worded fault, within the limits`() {
        var random = SeededGenerator(seed: 29)
        var limits = CSVLimits()
        (limits.rows, limits.columns, limits.fieldBytes) = (8, 6, 40)
        var read = 0
        var refused: [String: Int] = [:]
        for number in 0..<5_000 {
            var bytes = random.bytes(count: Int.random(in: 0...200, using: &random))
            if number.isMultiple(of: 3) { bytes = bytes.map { $0 & 0x7F } }
            if number.isMultiple(of: 50) { bytes = [0xFF, 0xFE] + bytes }
            do throws(CSVFault) {
                let rows = try CSVReader.rows(bytes, limits: limits)
                #expect(rows.count <= 8)
                #expect(rows.allSatisfy { $0.cells.count <= 6 && $0.line >= 1 })
                #expect(rows.allSatisfy { $0.cells.allSatisfy { $0.utf8.count <= 40 } })
                read += 1
            } catch {
                #expect(!error.phrase.english.isEmpty && !error.phrase.chinese.isEmpty)
                refused[String("\(error)".prefix { $0 != "(" }), default: 0] += 1
            }
        }
        print("files of hostile bytes: 5000, read \(read), refused \(refused)")
        #expect(read > 100 && refused.count >= 5)
    }
}

@Suite struct CSVDefusingTests {
    @Test(arguments: [
        "=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－x", "＠x", " =1",
        "\u{FEFF}=1", "\u{200B}@x", "-", "+", "=", "-1-1", "+1+1", "--1", "-1.2.3", "\u{3000}=1",
        "−1", "\n=1",
    ])
    func `a cell that a spreadsheet would run is defused`(cell: String) {
        #expect(CSVWriter.defused(cell) == "'" + cell)
    }

    @Test(arguments: [
        "-5", "+8613800000000", "85.0", "-0.5", "0", "王", "a=b", "", "'x", "1-2", "n/a",
    ])
    func `numbers stay numbers and words stay words`(cell: String) {
        #expect(CSVWriter.defused(cell) == cell)
    }

    @Test func `cells are quoted where they must be`() {
        let line = CSVWriter.line(["a", "b,c", "d\"e", "f\ng", ""])
        #expect(line == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n")
    }
}
