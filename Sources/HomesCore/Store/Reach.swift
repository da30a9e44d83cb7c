import GRDB

/// A record of one home: reached by that home's case workers and nobody else.
protocol OfOneHome: Record {
    var homeId: String { get }
}

extension Person: OfOneHome {}
extension Case: OfOneHome {}
extension Stay: OfOneHome {}
extension CounsellingSession: OfOneHome {}
extension Placement: OfOneHome {}
extension FollowUp: OfOneHome {}

/// What a role may touch (DATA.md, "Roles"). Whoever is not named is refused.
extension Signature {
    /// Those who read and write the records of the women of their own home.
    static let caseWork: Set<Role> = [.caseworker, .homeManager]
    /// Those who work with employers and offers, which belong to the programme.
    static let jobWork: Set<Role> = [.caseworker, .homeManager, .supervisor]

    /// - Throws: `refused(.roleMayNot)` for any other role, whatever the record.
    func require(_ roles: Set<Role>) throws(StoreError) {
        guard roles.contains(role) else { throw .refused(.roleMayNot) }
    }

    /// - Throws: `noSuchRecord` for another home, as if there were none.
    func requireOwn(home id: String) throws(StoreError) {
        try require(Signature.caseWork)
        guard homeId == id else { throw .noSuchRecord }
    }
}

extension Database {
    /// A record of the signer's own home.
    ///
    /// - Throws: `refused(.roleMayNot)`, asked before anything is looked up; `noSuchRecord` for
    ///   one of another home, a voided one and none at all: the answer is the same.
    func own<R: OfOneHome>(_ type: R.Type, _ id: String, _ signature: Signature) throws -> R {
        try signature.require(Signature.caseWork)
        guard let record = try fetch(type, id: id), !record.stamp.isVoided,
            record.homeId == signature.homeId
        else { throw StoreError.noSuchRecord }
        return record
    }

    /// A record that is not voided.
    func existing<R: Record>(_ type: R.Type, _ id: String) throws -> R {
        guard let record = try fetch(type, id: id), !record.stamp.isVoided else {
            throw StoreError.noSuchRecord
        }
        return record
    }
}
