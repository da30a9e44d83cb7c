import GRDB

/// An entry of a home's service ledger: one introduction to work.
public struct LedgerEntry: Equatable, Sendable {
    /// Her code; `nil` where her file is sealed.
    public let personCode: String?
    /// The placement with offer, employer, checks and what changed.
    public let line: PlacementLine
    /// The calls that were planned for it, the earliest first.
    public let followUps: [FollowUp]
    /// Who introduced her, as the name is shown.
    public let worker: String
    /// What the entry does not say.
    public let missing: [LedgerItem]
}

extension HomesStore {
    /// A home's service ledger (Interim Regulations on the Human Resources Market, article 33): every
    /// introduction that goes on, began or ended in the last two years, the latest first. An
    /// introduction stays in it when the woman's file is sealed or has moved to another home; a sealed
    /// one has no code. That it was read is in the journal first.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func serviceLedger(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> [LedgerEntry] {
        try noteLook(at: .placements, of: homeId, by: signature)
        let today = signature.today
        return try read { db in
            let from = ServiceLedger.firstDay(on: today).iso
            let placements = try db.fetchValid(
                Placement.self,
                "homeId = ? AND (endDate IS NULL OR endDate >= ?)", [homeId, from],
                order: "startDate DESC, id DESC")
            let staff = try db.staffNames()
            return try placements.map { placement in
                let line = try db.placementLine(placement)
                let followUps = try db.fetchValid(
                    FollowUp.self, "placementId = ?", [placement.id], order: "dueOn, id")
                let person = try db.fetch(Person.self, id: placement.personId)
                return LedgerEntry(
                    personCode: person?.sealedAt == nil ? person?.personCode : nil, line: line,
                    followUps: followUps, worker: staff[placement.stamp.createdBy] ?? "?",
                    missing: line.missingInLedger(followUps, on: today))
            }
        }
    }
}
