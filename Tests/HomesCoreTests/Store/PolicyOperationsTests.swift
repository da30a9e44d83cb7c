import Foundation
import Testing

@testable import HomesCore

/// S3, the other half: the store does what the table says. Every public operation is driven by every
/// role in every relation, and no operation is left out.
@Suite struct PolicyOperationsTests {
    /// A call of an operation, and what the store said.
    private struct Call {
        var name: String
        var role: Role
        var action: StaffAction
        var relation: Relation
        var isRefused: Bool
        var fault: String
    }

    /// Every call; made once, for the test and for its control.
    private static let calls = Result { try made() }

    private static func made() throws -> [Call] {
        let stage = try PolicyStage()
        let fresh = try stage.copy()
        var calls: [Call] = []
        for operation in PolicyStage.operations {
            for subject in stage.subjects(operation.about) {
                for signature in stage.signatures {
                    var fault: (any Error)?
                    do { try operation.run(fresh, subject, signature) } catch { fault = error }
                    if fault is PolicyStage.Skipped { continue }
                    let isRefused = PolicyStage.isRefusal(fault)
                    if !isRefused { try stage.house.restore(fresh.house) }
                    calls.append(
                        Call(
                            name: operation.name, role: signature.role, action: operation.action,
                            relation: stage.relation(operation.about, subject, to: signature),
                            isRefused: isRefused, fault: String(describing: fault)))
                }
            }
        }
        return calls
    }

    /// The calls that went otherwise than the table says; another table in the control.
    private static func differences(
        _ grant: (Role, StaffAction, Relation) -> Grant = Policy.grant
    ) throws -> [String] {
        try calls.get().filter {
            $0.isRefused == (grant($0.role, $0.action, $0.relation) == .yes)
        }.map {
            "\($0.name) \($0.role) \($0.relation.place) \($0.relation.assignment): \($0.fault)"
        }
    }

    @Test func `every operation does what the table says, for every role and relation`() throws {
        let wrong = try Self.differences()
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
        let calls = try Self.calls.get().count
        #expect(calls > 500)
        print(
            "S3: \(calls) calls of \(PolicyStage.operations.count) operations agree with the table")
    }

    @Test func `a store that did otherwise would be noticed`() throws {
        let wrong = try Self.differences { role, action, relation in
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
