import Foundation
import Testing

@testable import HomesCore

/// S3, the other half: the store does what the table says. Every public operation is driven by every
/// role in every relation, and no operation is left out.
@Suite struct PolicyOperationsTests {
    /// The table's answer for an operation, or another one, in the control.
    private func differences(
        _ grant: (Role, StaffAction, Relation) -> Grant = Policy.grant
    ) throws -> (calls: Int, wrong: [String]) {
        let stage = try PolicyStage()
        var fresh = try stage.copy()
        var calls = 0
        var wrong: [String] = []
        for operation in PolicyStage.operations {
            for subject in stage.subjects(operation.about) {
                for signature in stage.signatures {
                    let relation = stage.relation(operation.about, subject, to: signature)
                    var fault: (any Error)?
                    do { try operation.run(fresh, subject, signature) } catch { fault = error }
                    if fault is PolicyStage.Skipped { continue }
                    calls += 1
                    let isRefused = PolicyStage.isRefusal(fault)
                    if !isRefused { fresh = try stage.copy() }
                    let isAllowed = grant(signature.role, operation.action, relation) == .yes
                    if isRefused == isAllowed {
                        wrong.append(
                            "\(operation.name) \(signature.role) \(relation.place) "
                                + "\(relation.assignment): \(String(describing: fault))")
                    }
                }
            }
        }
        return (calls, wrong)
    }

    @Test func `every operation does what the table says, for every role and relation`() throws {
        let (calls, wrong) = try differences()
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
        #expect(calls > 500)
        print(
            "S3: \(calls) calls of \(PolicyStage.operations.count) operations agree with the table")
    }

    @Test func `a store that did otherwise would be noticed`() throws {
        let (_, wrong) = try differences { role, action, relation in
            if role == .dataOfficer, action == .openRecord { return .yes }
            return Policy.grant(role, action, relation)
        }
        #expect(!wrong.isEmpty)
    }

    @Test func `every action of the table is asked by an operation`() {
        let asked = Set(PolicyStage.operations.map(\.action)).union(PolicyStage.askedInside)
        let missing = Set(StaffAction.allCases).subtracting(asked)
        #expect(missing.isEmpty)
    }

    @Test func `every public operation of the store is driven, or says why not`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        var names: Set<String> = []
        for folder in ["Sources/HomesCore/Store", "Sources/HomesCore/Reports"] {
            let base = root.appendingPathComponent(folder)
            for file in try FileManager.default.subpathsOfDirectory(atPath: base.path)
            where file.hasSuffix(".swift") {
                let text = try String(
                    contentsOf: base.appendingPathComponent(file), encoding: .utf8)
                for part in text.components(separatedBy: "\nextension ").dropFirst()
                where part.hasPrefix("HomesStore {") {
                    let body = part.components(separatedBy: "\n}\n")[0]
                    for match in body.matches(of: /\n    public func (\w+)/) {
                        names.insert(String(match.1))
                    }
                }
            }
        }
        #expect(names.count > 50)
        let known = Set(PolicyStage.operations.map { String($0.name.prefix { $0 != " " }) })
            .union(PolicyStage.elsewhere.keys)
        let unknown = names.subtracting(known)
        #expect(unknown.isEmpty, "\(unknown.sorted()) have no line")
    }
}
