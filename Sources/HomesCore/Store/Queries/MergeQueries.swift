import GRDB

/// A field of which two files say different things.
public struct MergeDifference: Equatable, Sendable {
    /// The field's name.
    public let field: String
    /// What people call it.
    public let label: Phrase
    /// What it holds.
    public let kind: FieldKind
    /// What the file that stays says.
    public let kept: StoredValue
    /// What the other says.
    public let other: StoredValue

    /// Whether only the other file says something.
    public var onlyOtherSays: Bool { kept.saysNothing && !other.saysNothing }

    public static func == (left: MergeDifference, right: MergeDifference) -> Bool {
        left.field == right.field && left.kept == right.kept && left.other == right.other
    }
}

/// Two files side by side, before they become one.
public struct MergeProposal: Equatable, Sendable {
    /// The file that stays.
    public let kept: Person
    /// The other.
    public let other: Person
    /// What they say differently, in the order of the form.
    public let differences: [MergeDifference]
    /// How many records of each kind go over.
    public let moved: [(noun: Phrase, count: Int)]

    public static func == (left: MergeProposal, right: MergeProposal) -> Bool {
        left.kept == right.kept && left.other == right.other
            && left.moved.map(\.count) == right.moved.map(\.count)
    }
}

/// A file that was merged into another.
public struct MergedFile: Equatable, Sendable {
    /// Its record.
    public let personId: String
    /// Its code, which still finds her.
    public let personCode: String
    /// When.
    public let mergedAt: Instant
}

extension HomesStore {
    /// Two files side by side. That both are shown is in the journal before they are read.
    ///
    /// - Throws: `noSuchRecord` for a file of another home, a sealed one and none at all alike;
    ///   `refused`: `roleMayNot`, `mergeSame`.
    public func mergeProposal(
        keeping keptId: String, _ otherId: String, by signature: Signature
    ) throws(StoreError) -> MergeProposal {
        try perform(.showPerson, signature) { op in
            for id in [keptId, otherId] {
                _ = try op.db.own(Person.self, id, signature, for: .mergePersons)
                try op.journal(.show, Person.table, id, about: id, field: "merge")
            }
        }
        if keptId == otherId { throw .refused(.mergeSame) }
        return try read(by: signature) { db in
            let kept = try db.own(Person.self, keptId, signature, for: .mergePersons)
            let other = try db.own(Person.self, otherId, signature, for: .mergePersons)
            let differences = Person.fields.compactMap { field -> MergeDifference? in
                let (mine, theirs) = (field.get(kept), field.get(other))
                guard field.kind.isTyped, field.name != "namePinyin", mine != theirs,
                    !theirs.saysNothing
                else { return nil }
                return MergeDifference(
                    field: field.name, label: field.label, kind: field.kind, kept: mine,
                    other: theirs)
            }
            return MergeProposal(
                kept: kept, other: other, differences: differences,
                moved: try db.rowCounts(of: otherId))
        }
    }

    /// The files that were merged into a woman's, the latest first.
    public func mergedFiles(
        into personId: String, by signature: Signature
    ) throws(StoreError) -> [MergedFile] {
        try perform(.showPerson, signature) { op in
            _ = try op.db.own(Person.self, personId, signature, for: .mergePersons)
            try op.journal(.show, Person.table, personId, about: personId, field: "mergedInto")
        }
        return try read(by: signature) { db in
            try db.fetchAll(
                Person.self, "mergedInto = ?", [personId], order: "voidedAt DESC, id DESC"
            ).map {
                MergedFile(
                    personId: $0.id, personCode: $0.personCode,
                    mergedAt: $0.stamp.voidedAt ?? $0.stamp.updatedAt)
            }
        }
    }
}

extension Database {
    /// How many valid records of each kind name a person.
    fileprivate func rowCounts(of personId: String) throws -> [(noun: Phrase, count: Int)] {
        try RecordKinds.all.filter { $0.table != Person.table }.compactMap { kind in
            let count = try kind.references(to: Person.table).reduce(0) { sum, column in
                sum
                    + (try Int.fetchOne(
                        self,
                        sql: """
                            SELECT count(*) FROM "\(kind.table)"
                            WHERE "\(column)" = ? AND voidedAt IS NULL
                            """, arguments: [personId]) ?? 0)
            }
            return count > 0 ? (kind.noun, count) : nil
        }
    }

    /// The search keys of the files that were merged into others, by whose they are now: wherever
    /// she went since.
    func mergedKeys() throws -> [RecordKey: String] {
        var keys: [RecordKey: String] = [:]
        try RawCursor.read(
            self,
            """
            WITH RECURSIVE file(id, leader) AS (
              SELECT id, mergedInto FROM person WHERE mergedInto IS NOT NULL
              UNION SELECT f.id, p.mergedInto FROM file f JOIN person p ON p.id = f.leader
                WHERE p.mergedInto IS NOT NULL)
            SELECT f.leader, p.searchKey FROM file f JOIN person p ON p.id = f.id
            """
        ) { row in keys[row.key(0), default: ""] += row.text(1) }
        return keys
    }
}

extension StoredValue {
    /// Whether it says nothing: empty, or never asked.
    var saysNothing: Bool {
        self == .null || self == .text(Gap.notCollected.rawValue)
            || self == .text("#" + Gap.notCollected.rawValue)
    }
}

extension JSON {
    /// Ids as a JSON array, for `json_each`.
    static func list(_ ids: some Sequence<String>) -> String {
        "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}
