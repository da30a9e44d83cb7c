import GRDB

/// A record of one home: reached as the policy table says of that home, and of the woman it is
/// about.
protocol OfOneHome: Record {
    var homeId: String { get }
    /// Whom alone it is about; `nil` for nobody, or for several at once.
    func subject(_ db: Database) throws -> String?
}

extension Person: OfOneHome {
    func subject(_ db: Database) -> String? { id }
}

extension Case: OfOneHome {
    func subject(_ db: Database) -> String? { personId }
}

extension Stay: OfOneHome {
    func subject(_ db: Database) -> String? { personId }
}

extension Placement: OfOneHome {
    func subject(_ db: Database) -> String? { personId }
}

extension FollowUp: OfOneHome {
    func subject(_ db: Database) -> String? { personId }
}

extension CounsellingSession: OfOneHome {
    func subject(_ db: Database) throws -> String? {
        guard kind == .individual else { return nil }
        return try db.fetchValid(Attendance.self, "sessionId = ?", [id]).first?.personId
    }
}

extension Referral: OfOneHome {
    func subject(_ db: Database) -> String? { personId }
}

extension Transfer: OfOneHome {
    var homeId: String { fromHomeId }
    func subject(_ db: Database) -> String? { personId }
}

/// That the policy table said no. The one who asked gets `answer`, which says no more than she may
/// know; the journal gets all of it.
struct AccessDenied: Error {
    let answer: StoreError
    let action: StaffAction
    var table: String?
    var rowId: String?
    var personId: String?
}

extension Signature {
    /// How a record of a home stands to the signer, as far as the home goes.
    func relation(
        to recordHome: String?, _ assignment: Relation.Assignment = .noCase
    ) -> Relation {
        guard let recordHome else { return Relation(.programme, assignment) }
        return Relation(recordHome == homeId ? .ownHome : .otherHome, assignment)
    }
}

extension Database {
    /// Lets pass who may do something in a home, or in the programme.
    ///
    /// - Parameter homeId: The home; `nil` for what belongs to the programme.
    /// - Throws: `AccessDenied`, answered with `refused(.roleMayNot)` when the role may do it
    ///   nowhere, and with `noSuchRecord` for another home, as if there were none.
    func require(_ action: StaffAction, at homeId: String?, _ signature: Signature) throws {
        let relation = signature.relation(to: homeId)
        if Policy.grant(signature.role, action, relation) == .yes { return }
        if try standsIn(signature, for: action, relation) { return }
        let isElsewhere = relation.place != .ownHome && Policy.mayEver(signature.role, action)
        throw AccessDenied(
            answer: isElsewhere ? .noSuchRecord : .refused(.roleMayNot), action: action,
            table: homeId == nil ? nil : Home.table, rowId: homeId)
    }

    /// Until there is an administrator, whoever set the programme up does her work.
    private func standsIn(
        _ signature: Signature, for action: StaffAction, _ relation: Relation
    ) throws -> Bool {
        guard
            Policy.grant(.admin, action, Relation(.programme)) == .yes
                || Policy.grant(.admin, action, Relation(.otherHome)) == .yes
        else { return false }
        return try Bool.fetchOne(
            cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM user WHERE id = ? AND createdBy = id)
                      AND NOT EXISTS (SELECT 1 FROM user
                        WHERE role = ? AND disabledOn IS NULL AND voidedAt IS NULL)
                    """), arguments: [signature.userId, Role.admin.rawValue]) ?? false
    }

    /// A record that the signer may do something to.
    ///
    /// What is about one woman is reached where her file is: after a transfer that is another home
    /// than the one that wrote it.
    ///
    /// - Throws: `AccessDenied`. The answer is `refused(.roleMayNot)` for a role that may do it to
    ///   no record, whatever there is; `refused(.recordedElsewhere)` for a stay in another home;
    ///   `noSuchRecord` for one of another home, a sealed one, a voided one and none at all alike;
    ///   `refused(.caseIsClosed)` for a woman of the own home whose case is closed and was another's.
    func own<R: OfOneHome>(
        _ type: R.Type, _ id: String, _ signature: Signature, for action: StaffAction
    ) throws -> R {
        let stored = try fetch(type, id: id)
        let personId = try stored?.subject(self)
        let file = try personId.flatMap { try self.file(of: $0) }
        func denied(_ answer: StoreError) -> AccessDenied {
            AccessDenied(
                answer: answer, action: action, table: R.table, rowId: id, personId: personId)
        }
        let never = !Policy.mayEver(signature.role, action)
        let none: StoreError = never ? .refused(.roleMayNot) : .noSuchRecord
        guard let record = stored, !record.stamp.isVoided else { throw denied(none) }
        if file?.isSealed == true { throw denied(none) }
        let relation = signature.relation(
            to: file?.homeId ?? record.homeId,
            try assignment(of: personId, to: signature.userId))
        switch Policy.grant(signature.role, action, relation) {
        case .yes:
            // The nights of a home are counted there and stay as it wrote them down.
            if R.self == Stay.self, let file, file.homeId != record.homeId {
                throw denied(.refused(.recordedElsewhere))
            }
            return record
        case .glass:
            if let personId, try glassUntil(of: personId, signature) != nil { return record }
            throw denied(relation.place == .ownHome ? .refused(.caseIsClosed) : none)
        case .no:
            if never || relation.place != .ownHome { throw denied(none) }
            let isClosed = relation.assignment == .closedOfAnother
            throw denied(.refused(isClosed ? .caseIsClosed : .roleMayNot))
        }
    }

    /// A record that is part of a woman's, reached as hers is.
    ///
    /// - Throws: as `own`; what is not there is answered like another home's.
    func part<R: Record>(
        _ type: R.Type, _ id: String, of person: KeyPath<R, String>, _ signature: Signature,
        for action: StaffAction
    ) throws -> R {
        try part(type, id, of: person, in: Person.self, signature, for: action).record
    }

    /// A record that is part of another one of a woman's, of her case or her stay, reached as that
    /// is; and that one.
    ///
    /// - Throws: as `own`; what is not there is answered like another home's.
    func part<R: Record, Whole: OfOneHome>(
        _ type: R.Type, _ id: String, of whole: KeyPath<R, String>, in wholeType: Whole.Type,
        _ signature: Signature, for action: StaffAction
    ) throws -> (record: R, whole: Whole) {
        let record = try fetch(type, id: id)
        let reached = try own(
            wholeType, record?[keyPath: whole] ?? "", signature, for: action)
        guard let record, !record.stamp.isVoided else { throw StoreError.noSuchRecord }
        return (record, reached)
    }

    /// In which home a person's file is, and whether it is sealed.
    func file(of personId: String) throws -> (homeId: String, isSealed: Bool)? {
        try Row.fetchOne(
            cachedStatement(
                sql: "SELECT homeId, sealedAt IS NOT NULL FROM person WHERE id = ?"),
            arguments: [personId]
        ).map { (homeId: $0[0], isSealed: $0[1]) }
    }

    /// Whether a person's record is sealed.
    func isSealed(_ personId: String) throws -> Bool {
        try Bool.fetchOne(
            cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM person WHERE id = ? AND sealedAt IS NOT NULL)"),
            arguments: [personId]) ?? false
    }

    /// Whose case somebody is.
    func assignment(of personId: String?, to userId: String) throws -> Relation.Assignment {
        guard let personId,
            let row = try Row.fetchOne(
                cachedStatement(
                    sql: """
                        SELECT count(*), max(cas_CaseOwner IS ?), \
                        max(cas_Status IN ('Active', 'FollowUp'))
                        FROM "case" WHERE personId = ? AND voidedAt IS NULL
                        """), arguments: [userId, personId]), row[0] as Int > 0
        else { return .noCase }
        if row[1] as Bool { return .hers }
        return row[2] as Bool ? .openOfAnother : .closedOfAnother
    }

    /// A record that is not voided.
    func existing<R: Record>(_ type: R.Type, _ id: String) throws -> R {
        guard let record = try fetch(type, id: id), !record.stamp.isVoided else {
            throw StoreError.noSuchRecord
        }
        return record
    }
}

/// Keeps the women whose record is sealed out of a query.
///
/// - Parameter column: The column with the person's id.
func notSealed(_ column: String) -> String {
    "\(column) NOT IN (SELECT id FROM person WHERE sealedAt IS NOT NULL)"
}

extension HomesStore {
    /// Runs a query that the policy table is asked about first.
    ///
    /// - Parameter homeId: The home it is about; `nil` for the programme.
    func read<Value>(
        _ action: StaffAction, at homeId: String?, by signature: Signature,
        _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        let queue = try openQueue(for: signature)
        return try notingDenials(signature, during: action.rawValue) {
            try queue.inDatabase { db in
                try db.require(action, at: homeId, signature)
                return try body(db)
            }
        }
    }

    /// Runs a query about one record, which asks the policy table itself.
    func read<Value>(
        by signature: Signature, _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        let queue = try openQueue(for: signature)
        return try notingDenials(signature, during: "read") { try queue.inDatabase(body) }
    }

    /// Writes every refused access to the journal, and gives the answer that says no more than it
    /// may. A journal that cannot be written changes nothing for the one who is refused.
    func notingDenials<Value>(
        _ signature: Signature, during name: String, _ body: () throws -> Value
    ) throws(StoreError) -> Value {
        try translating(during: name) {
            do {
                return try body()
            } catch let denied as AccessDenied {
                try? perform(.refuseAccess, signature) { op in
                    try op.journal(
                        .denied, denied.table, denied.rowId, about: denied.personId,
                        new: denied.action.rawValue)
                }
                throw denied.answer
            }
        }
    }
}
