import Foundation
import Testing

/// What the house forbids, asked of every source file.
@Suite struct HouseRulesTests {
    private struct Source {
        let path: String
        let text: String
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        var imports: Set<String> {
            Set(
                lines.filter { $0.hasPrefix("import ") || $0.hasPrefix("@testable import ") }
                    .compactMap { $0.split(separator: " ").last.map(String.init) })
        }
    }

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func sources(in folder: String) throws -> [Source] {
        let base = root.appendingPathComponent(folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let url = base.appendingPathComponent(name)
            return Source(
                path: folder + "/" + name, text: try String(contentsOf: url, encoding: .utf8))
        }
    }

    @Test func `files stop at 400 lines and 100 columns`() throws {
        let sources = try Self.sources(in: "Sources") + Self.sources(in: "Tests")
        #expect(sources.count > 100)
        for source in sources {
            #expect(source.lines.count <= 401, "\(source.path): \(source.lines.count) lines")
        }
    }

    @Test func `modules point one way only`() throws {
        let allowed: [String: Set<String>] = [
            "HomesCore": [
                "CReferenceData", "Crypto", "Foundation", "GRDB", "GRDBSQLite", "Glibc",
                "Synchronization", "Vault",
            ],
            "HomesUI": ["HomesCore"],
            "Vault": [
                "CVault", "Crypto", "CryptoExtras", "Foundation", "Glibc", "Synchronization",
            ],
        ]
        for (module, imports) in allowed {
            for source in try Self.sources(in: "Sources/\(module)") {
                let other = source.imports.subtracting(imports)
                #expect(other.isEmpty, "\(source.path) imports \(other)")
            }
        }
    }

    @Test func `only the store knows GRDB and only the terminal knows ncurses`() throws {
        for source in try Self.sources(in: "Sources") {
            if !source.imports.isDisjoint(with: ["GRDB", "GRDBSQLite"]) {
                #expect(
                    source.path.hasPrefix("Sources/HomesCore/Store/"),
                    "\(source.path) imports GRDB")
            }
            if source.imports.contains("CNcurses") {
                #expect(
                    source.path.hasPrefix("Sources/homes/Terminal"),
                    "\(source.path) imports CNcurses")
            }
        }
    }

    @Test func `one place puts text on the terminal`() throws {
        let callers = try Self.sources(in: "Sources").filter {
            $0.text.contains("wadd_wchnstr(") || $0.text.contains("waddnstr(")
                || $0.text.contains("waddwstr(") || $0.text.contains("mvwaddwstr(")
        }
        #expect(callers.count == 1, "\(callers.map(\.path))")
    }

    @Test func `nothing prints outside the commands`() throws {
        for source in try Self.sources(in: "Sources") where !source.path.hasPrefix("Sources/homes/")
        {
            for (number, line) in source.lines.enumerated() {
                #expect(
                    line.range(
                        of: #"(^|[^.\w])(print|debugPrint|dump|NSLog)\("#,
                        options: .regularExpression) == nil,
                    "\(source.path):\(number + 1) prints")
            }
        }
    }

    @Test func `nothing is forced and nothing is put off in the product`() throws {
        let words = [
            "try" + "!", "as" + "! ", "fatal" + "Error(", "TO" + "DO", "FIX" + "ME",
            "not " + "implemented",
        ]
        for source in try Self.sources(in: "Sources") {
            for word in words {
                #expect(!source.text.contains(word), "\(source.path) has \(word)")
            }
        }
    }

    @Test func `the root holds what the house allows and dot-files only`() throws {
        let allowed: Set<String> = ["Package.swift", "Sources", "Tests", "README.md", "data"]
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
        let other = Set(names.filter { !$0.hasPrefix(".") }).subtracting(allowed)
            .subtracting(["Package.resolved"])
        #expect(other.isEmpty, "\(other)")
    }

    /// Who may do what stands in one table; a role named anywhere else is a second one.
    private static func roleQuestions(_ text: String) -> Int {
        text.matches(
            of: /(?:role ?[!=]= ?\.|role\)? \{|Set<Role>|\[\.(?:caseworker|homeManager|supervisor))/
        ).count
    }

    @Test func `only the policy table asks for roles`() throws {
        #expect(Self.roleQuestions("if session.role == .admin { }") == 1)
        #expect(Self.roleQuestions("switch session.role {") == 1)
        let allowed: Set<String> = [
            "Sources/HomesCore/Rules/Policy.swift",
            "Sources/HomesUI/Screens/SetUp/SetUpScreen.swift",
        ]
        for source in try Self.sources(in: "Sources")
        where !allowed.contains(source.path) && !source.path.contains("/Demo/") {
            #expect(Self.roleQuestions(source.text) == 0, "\(source.path) asks for a role")
        }
    }
}
