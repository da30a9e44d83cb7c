import Crypto
import Foundation
import GRDB

/// A list that shows persons, by code at least.
enum PersonList: String {
    case today, handover, residents, beds, alerts, callSheet, topics, placements, browsing
    case papers, arrivals, incidents, purges, candidates, watched, sightings

    /// What the policy table calls looking at it.
    var action: StaffAction {
        switch self {
        case .today, .handover: .seeToday
        case .residents: .listResidents
        case .beds: .seeBeds
        case .alerts: .seeAlerts
        case .callSheet: .seeCallSheet
        case .topics: .seeSessions
        case .placements, .candidates: .seePlacements
        case .browsing: .reviewBrowsing
        case .papers: .printList
        case .arrivals: .manageArrivals
        case .incidents: .seeIncidents
        case .purges: .seePurgeList
        case .watched, .sightings: .seeWatched
        }
    }
}

extension HomesStore {
    /// How long an entry of a look at a list holds, in seconds: a list is read anew at every turn,
    /// and an entry for each would bury the rest. As long as a session may stay without a key.
    static let lookHolds = 900

    /// Commits that somebody looks at a list, before it is read: once a user, home and list in
    /// `lookHolds`.
    ///
    /// - Parameter persons: Those whom the list shows with more than a code and initials. Each gets
    ///   an entry of her own.
    /// - Throws: what the journal throws. Whoever calls shows nothing then.
    func noteLook(
        at list: PersonList, of homeId: String?, persons: [String] = [], by signature: Signature
    ) throws(StoreError) {
        let noted = try read(list.action, at: homeId, by: signature) {
            try $0.looks(at: list, of: homeId, signature)
        }
        let missing = Set(persons).subtracting(noted.compactMap(\.self)).sorted()
        if missing.isEmpty, noted.contains(nil) { return }
        try perform(.showList, signature) { op in
            if !noted.contains(nil) {
                try op.journal(.show, Home.table, homeId, field: list.rawValue)
            }
            for personId in missing {
                try op.journal(
                    .show, Home.table, homeId, about: personId, field: list.rawValue)
            }
        }
    }

    /// Writes down that somebody was searched for: a fingerprint of the query, never its text.
    ///
    /// One entry a query, not one a key: what is typed only narrows a list whose showing is in the
    /// journal already. Screens call this before a search leads on: when its result is opened or
    /// gone through, when the search is given up, or begun anew.
    ///
    /// - Throws: `refused(.roleMayNot)`; what the journal throws.
    public func noteSearch(for typed: String, by signature: Signature) throws(StoreError) {
        try read(.listResidents, at: signature.homeId, by: signature) { _ in }
        let folded = SearchFold.fold(typed).filter { !$0.isWhitespace }
        guard !folded.isEmpty, let homeId = signature.homeId else { return }
        try perform(.searchPersons, signature) { op in
            try op.journal(
                .search, Person.table, homeId, field: "query",
                new: try op.db.searchFingerprint(of: folded))
        }
    }
}

extension Database {
    /// The persons whom the user has looked at in a list lately; `nil` for the list itself.
    fileprivate func looks(
        at list: PersonList, of homeId: String?, _ signature: Signature
    ) throws -> Set<String?> {
        let since = signature.at.adding(seconds: -HomesStore.lookHolds).iso
        let rows = try Row.fetchCursor(
            cachedStatement(
                sql: """
                    SELECT personId FROM audit
                    WHERE userId = ? AND operation = 'showList' AND at BETWEEN ? AND ?
                      AND rowId IS ? AND field = ?
                    """),
            arguments: [signature.userId, since, signature.at.iso, homeId, list.rawValue])
        var persons: Set<String?> = []
        while let row = try rows.next() { persons.insert(row[0] as String?) }
        return persons
    }

    /// Sixteen hexadecimal digits that the same query gives again in this file, and in no other.
    fileprivate func searchFingerprint(of folded: String) throws -> String {
        guard let key = try Data.fetchOne(self, sql: "SELECT \"key\" FROM searchKeyring") else {
            throw StoreError.damaged
        }
        return HMAC<SHA256>.authenticationCode(
            for: Data(folded.utf8), using: SymmetricKey(data: key)
        ).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
