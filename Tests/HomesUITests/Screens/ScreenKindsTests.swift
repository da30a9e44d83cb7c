import Foundation
import HomesCore
import HomesUI
import Testing

@Suite struct ScreenKindsTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func `no screen has a key twice`() {
        for kind in ScreenKinds.all {
            var seen: Set<Key> = []
            for key in kind.keys.flatMap(\.keys) {
                #expect(seen.insert(key).inserted, "\(kind.name): \(key.name.english) twice")
            }
        }
    }

    @Test func `no screen takes a key that belongs to all`() {
        let everywhere = Set([Key.function(12), .function(7), .control("l"), .control("z")])
        for kind in ScreenKinds.all {
            let taken = everywhere.intersection(kind.keys.flatMap(\.keys))
            #expect(taken.isEmpty, "\(kind.name) takes \(taken.map(\.name.english))")
        }
    }

    @Test func `every key has help in both languages`() {
        for kind in ScreenKinds.all {
            for entry in kind.keys {
                #expect(!entry.help.english.isEmpty && !entry.help.chinese.isEmpty, "\(kind.name)")
                #expect(!entry.keys.isEmpty, "\(kind.name): \(entry.help.english)")
            }
        }
    }

    @Test func `every screen in the sources is in the list`() throws {
        let base = Self.root.appendingPathComponent("Sources/HomesUI")
        let files = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        var names: Set<String> = []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(
                contentsOf: base.appendingPathComponent(file), encoding: .utf8)
            for match in text.matches(
                of:
                    /(?m)^(?:public )?struct (\w+)(?:<.*>)?: (?:RecordEdit|Form|Night|Page)?Screen\b/
            ) {
                names.insert(String(match.1))
            }
        }
        #expect(names == Set(ScreenKinds.all.map(\.name)))
    }

    @Test func `every screen has a golden in both languages`() throws {
        let folder = Self.root.appendingPathComponent("Tests/HomesUITests/Goldens")
        for language in Language.allCases {
            let ending = ".\(language.rawValue).80x24.txt"
            var recorded: Set<String> = []
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
            where file.hasSuffix(ending) {
                let text = try String(
                    contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                recorded.insert(String(text.prefix { $0 != "\n" }))
            }
            for kind in ScreenKinds.all {
                let isRecorded = recorded.contains("screen \(kind.name)")
                #expect(isRecorded, "\(kind.name) has no *\(ending)")
            }
            // The control: a kind that is not there is not found.
            #expect(!recorded.contains("screen NoSuchScreen"))
        }
    }

    @Test func `the README's key table is made from the bindings`() throws {
        let url = Self.root.appendingPathComponent("README.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let parts = text.components(separatedBy: "<!-- keys -->\n")
        try #require(parts.count == 3, "README.md marks its key table with <!-- keys -->")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            let new = [parts[0], ScreenKinds.table, parts[2]].joined(separator: "<!-- keys -->\n")
            try Data(new.utf8).write(to: url)
        } else {
            #expect(
                parts[1] == ScreenKinds.table, "RECORD=1 swift test --filter ScreenKindsTests")
        }
    }
}
