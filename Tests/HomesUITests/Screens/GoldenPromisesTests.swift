import Foundation
import HomesCore
import HomesUI
import TestSupport
import Testing

/// What must hold of every recorded screen, read from the goldens themselves.
@Suite struct GoldenPromisesTests {
    private struct Recorded {
        let file: String
        let kind: String
        let lines: [String]
    }

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Goldens")

    private func all() throws -> [Recorded] {
        try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted().map { file in
            let text = try String(
                contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return Recorded(
                file: file, kind: String(lines[0].dropFirst("screen ".count)),
                lines: lines.filter { $0.hasPrefix("|") }.map { String($0.dropFirst()) })
        }
    }

    // MARK: P4

    /// The lines with a mobile number before which nothing says whether she may be called.
    private func bareNumbers(_ lines: [String]) -> [String] {
        let flags =
            ["call, ", "do NOT call", "UNSAFE", "May be called"]
            + ["可打电话", "不可打电话", "不安全", "可以打电话"]
        return lines.indices.filter { index in
            guard lines[index].contains(/(?:^|[^0-9])1[3-9][0-9]{9}(?:[^0-9]|$)/) else {
                return false
            }
            return !lines[...index].contains { line in flags.contains { line.contains($0) } }
        }.map { lines[$0] }
    }

    @Test func `no screen shows a phone number before its safe-contact flags`() throws {
        #expect(bareNumbers(["Phone 13800000002", "UNSAFE"]).count == 1)
        #expect(bareNumbers(["UNSAFE", "Phone 13800000002"]).isEmpty)
        var numbers = 0
        for golden in try all() {
            numbers += golden.lines.count { $0.contains("138000000") }
            let bare = bareNumbers(golden.lines)
            #expect(bare.isEmpty, "\(golden.file): \(bare)")
        }
        print("P4: \(numbers) phone numbers in the goldens, each behind its flags")
        #expect(numbers > 0)
    }

    // MARK: Names

    @Test func `lists show no names unless they are asked for`() throws {
        let programme = try JourneyProgramme.make()
        let home = try #require(programme.homes["AH-014"])
        let names = try programme.store.residentList(
            homeId: home.id, filter: .all, names: true, by: programme.signature("lin")
        ).compactMap(\.name)
        #expect(names.count == 8)
        let lists: Set<String> = [
            "TodayScreen", "BedBoardScreen", "CounsellingMatrixScreen", "PaletteScreen",
            "JobsScreen", "HomeBedsScreen", "OccupancyScreen", "SessionFormScreen",
        ]
        var seen = 0
        for golden in try all() where !golden.file.contains("-names.") {
            guard golden.kind.hasSuffix("ListScreen") || lists.contains(golden.kind) else {
                continue
            }
            seen += 1
            for name in names {
                let shown = golden.lines.contains { $0.contains(name) }
                #expect(!shown, "\(golden.file) shows a name")
            }
        }
        print("\(seen) goldens of lists without a name")
        #expect(seen > 50)
        // The control: with names asked for, they are there.
        let shown = try all().first { $0.file.hasPrefix("residents-names.") }
        #expect(shown?.lines.contains { $0.contains(names[0]) } == true)
    }

    // MARK: Languages

    @Test func `every golden is recorded in both languages, and no golden is left over`() throws {
        let files = try Set(all().map(\.file))
        for file in files {
            let other =
                file.contains(".en.")
                ? file.replacing(".en.", with: ".zh.") : file.replacing(".zh.", with: ".en.")
            #expect(files.contains(other), "\(file) has no \(other)")
        }
    }

    @Test func `no English sentence stands in a Chinese golden, and none the other way`() throws {
        // Two English words beside each other, beside what people have typed or are called.
        let typed =
            [
                "Women's Homes Programme", "Women's Home", "Wang Xiaoyan", "Huang Xiaoli",
                "Zhao Xiaoyu", "Zhang Xiuying", "Lin Fang", "He Yun", "Su Wen", "Hong Mei",
                "Mei Lan", "Li Mei",
                "Fang Li", "fang li", "home ah-014", "occ anhui", "r wangxm",
                "visited, papers seen",
                "pear tree",
            ] + DemoProgramme.accounts.map(\.password)
        for golden in try all() {
            for line in golden.lines {
                var line = line
                for words in typed { line = line.replacing(words, with: "") }
                if golden.file.contains(".zh.") {
                    let english =
                        line.contains(/[A-Za-z]{2,} [A-Za-z]{2,}/)
                        && !line.contains(/Shift-Tab|PgUp|PgDn|Esc|Tab/)
                    #expect(!english, "\(golden.file): \(line)")
                } else {
                    #expect(!line.contains(/[，。；：（）]/), "\(golden.file): \(line)")
                }
            }
        }
    }
}
