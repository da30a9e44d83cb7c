import GRDB

/// A way to reach her, with what is safe to do said before the number.
public struct ContactLine: Equatable, Sendable {
    /// The contact with its flags as recorded.
    public let contact: Contact
    /// Whether she may be called: only a "yes" confirmed in the last 90 days.
    public let mayCall: Bool
    /// Whether she may be texted.
    public let mayText: Bool
    /// Whether a message may be left.
    public let mayLeaveMessage: Bool
    /// Whether this person may be told where she is.
    public let mayBeTold: Bool
    /// Whether the flags have to be asked again: never confirmed, or more than 90 days ago.
    public let isStale: Bool

    /// A contact as it stands on a day.
    public init(_ contact: Contact, on date: CivilDate) {
        self.contact = contact
        let checkedOn = contact.checkedOn
        mayCall = SafeContact.isSafe(contact.mayCall, checkedOn: checkedOn, on: date)
        mayText = SafeContact.isSafe(contact.mayText, checkedOn: checkedOn, on: date)
        mayLeaveMessage = SafeContact.isSafe(
            contact.mayLeaveMessage, checkedOn: checkedOn, on: date)
        mayBeTold = SafeContact.isSafe(contact.mayBeTold, checkedOn: checkedOn, on: date)
        isStale = SafeContact.isStale(checkedOn: checkedOn, on: date)
    }

    /// Whether nothing at all is safe.
    public var isUnsafe: Bool { !mayCall && !mayText && !mayLeaveMessage }

    /// The flags in a line, to be read before the number.
    public var flags: Phrase {
        if isStale {
            guard let checkedOn = contact.checkedOn else {
                return Phrase("UNSAFE: never confirmed with her", "不安全：未经本人确认")
            }
            return Phrase(
                "UNSAFE: last confirmed \(checkedOn.iso), ask again",
                "不安全：上次确认\(checkedOn.iso)，须再问")
        }
        let parts = [
            mayCall ? Phrase("call", "可打电话") : Phrase("do NOT call", "不可打电话"),
            mayText ? Phrase("text", "可发短信") : Phrase("do NOT text", "不可发短信"),
            mayLeaveMessage
                ? Phrase("may leave a message", "可留言") : Phrase("leave NO message", "不可留言"),
        ]
        return Phrase.joined(parts, with: .comma)
    }

    /// Whether somebody else may be told where she is, to be read before the number; `nil` for her
    /// own contact. Anything but a "yes" confirmed in the last 90 days is a no.
    public var telling: Phrase? {
        guard contact.kind != .herself else { return nil }
        return mayBeTold
            ? Phrase("may be told where she is", "可告知其去向")
            : Phrase("must NOT be told where she is", "不可告知其去向")
    }
}

/// One call to make.
public struct CallSheetRow: Equatable, Sendable {
    /// What to ask and when it is due.
    public let followUp: FollowUp
    /// Her code.
    public let personCode: String
    /// Her name, as she gave it.
    public let name: Told
    /// Ways to reach her, her own first, each with what is safe.
    public let contacts: [ContactLine]
    /// The employer; `nil` after an exit.
    public let employer: String?
    /// Overdue, today or later.
    public let state: DueState
    /// Who else hears of it.
    public let escalation: Escalation
    /// Whether the last contact missed her: another miss raises an alert.
    public let isMissedBefore: Bool
    /// Whether it was put off to a day that has not come yet.
    public let isPutOff: Bool
    /// The indicators asked about, once it was done.
    public let indicators: [FollowUpIndicator]
    /// What she and the home agreed for this call; `nil` unless it is a check-in of a plan.
    public let checkIn: CheckInNotes?
}

/// What was agreed for the check-ins of a journey. Says nothing about where she goes.
public struct CheckInNotes: Equatable, Sendable {
    /// The words that mean she is safe.
    public let codePhrase: String?
    /// How she is called.
    public let method: FollowUpMethod?
    /// What she wants done when she is not reached.
    public let ifNotReached: String?
}

/// An alert that nobody has closed yet. Says nothing about who she is.
public struct AlertRow: Equatable, Sendable {
    /// The follow-up that raised it.
    public let followUpId: String
    /// Her record.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// The home's code.
    public let homeCode: String
    /// The day it was raised.
    public let raisedOn: CivilDate
    /// What raised it, as the answers stand now.
    public let signals: [ExploitationSignal]
}

extension HomesStore {
    /// The call sheet: what is overdue, due today and due in the next 7 days, the oldest first.
    /// Each woman's journal gets an entry before anything is shown.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func followUpsDue(
        homeId: String, on today: CivilDate, by signature: Signature
    ) throws(StoreError) -> [CallSheetRow] {
        let last = today.adding(days: CallSheet.daysAhead)
        let persons = try read(.seeCallSheet, at: homeId, by: signature) { db in
            try db.openFollowUps(homeId: homeId, until: last).map(\.personId)
        }
        try noteLook(at: .callSheet, of: homeId, persons: persons, by: signature)
        return try read { db in
            // Only those whose entry is committed: what came meanwhile is shown the next time.
            let noted = Set(persons)
            return try db.openFollowUps(homeId: homeId, until: last).filter {
                noted.contains($0.personId)
            }.map { followUp in
                try db.callSheetRow(followUp, on: today)
            }
        }
    }

    /// One woman's follow-up as the call sheet shows it, done or not.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    public func followUp(
        _ id: String, on today: CivilDate, by signature: Signature
    ) throws(StoreError) -> CallSheetRow {
        try perform(.showPerson, signature) { operation in
            let followUp = try operation.db.own(
                FollowUp.self, id, signature, for: .doFollowUp)
            try operation.journal(.show, FollowUp.table, id, about: followUp.personId)
        }
        return try read(by: signature) { db in
            try db.callSheetRow(
                try db.own(FollowUp.self, id, signature, for: .doFollowUp), on: today)
        }
    }

    /// The alerts that nobody has closed, the oldest first: a home's, or every home's for a
    /// supervisor.
    ///
    /// - Throws: `noSuchRecord` for another home; `refused(.roleMayNot)`.
    public func openAlerts(
        homeId: String?, by signature: Signature
    ) throws(StoreError) -> [AlertRow] {
        try noteLook(at: .alerts, of: homeId, by: signature)
        return try read(.seeAlerts, at: homeId, by: signature) { db in
            let isOpen = """
                alertRaisedOn IS NOT NULL AND alertClosedOn IS NULL AND \(notSealed("personId"))
                """
            let order = "alertRaisedOn, id"
            let open =
                if let homeId {
                    try db.fetchValid(
                        FollowUp.self, "homeId = ? AND \(isOpen)", [homeId], order: order)
                } else {
                    try db.fetchValid(FollowUp.self, isOpen, order: order)
                }
            return try open.map { followUp in
                AlertRow(
                    followUpId: followUp.id, personId: followUp.personId,
                    personCode: try db.fetch(Person.self, id: followUp.personId)?.personCode ?? "",
                    homeCode: try db.fetch(Home.self, id: followUp.homeId)?.homeCode ?? "",
                    raisedOn: followUp.alertRaisedOn ?? followUp.dueOn,
                    signals: try db.signals(of: followUp))
            }
        }
    }
}

/// The call sheet's reach.
enum CallSheet {
    /// How many days ahead it looks.
    static let daysAhead = 7
}

extension Database {
    /// What nobody has done yet and is due until a day, the oldest first.
    func openFollowUps(homeId: String, until last: CivilDate) throws -> [FollowUp] {
        try fetchValid(
            FollowUp.self,
            "homeId = ? AND doneOn IS NULL AND dueOn <= ? AND \(notSealed("personId"))",
            [homeId, last.iso],
            order: "dueOn, id")
    }

    /// What the answers of a follow-up that was done say.
    func signals(of followUp: FollowUp) throws -> [ExploitationSignal] {
        guard followUp.doneOn != nil else { return [] }
        let ticked = try fetchValid(
            FollowUpIndicator.self, "followUpId = ? AND answer = '1'", [followUp.id])
        return followUp.answers(ticked: Set(ticked.map(\.indicator)))
            .signals(previous: try reachedBefore(followUp))
    }

    /// Her contacts, her own first.
    func contactLines(personId: String, on date: CivilDate) throws -> [ContactLine] {
        try fetchValid(
            Contact.self, "personId = ?", [personId],
            order: """
                CASE kind WHEN 'SELF' THEN 1 WHEN 'FAMILY' THEN 2 WHEN 'EMERGENCY' THEN 3
                  ELSE 4 END, createdAt, id
                """
        ).map { ContactLine($0, on: date) }
    }

    fileprivate func callSheetRow(_ followUp: FollowUp, on date: CivilDate) throws -> CallSheetRow {
        guard let person = try fetch(Person.self, id: followUp.personId) else {
            throw StoreError.damaged
        }
        let last =
            followUp.doneOn == nil
            ? try reachedLast(followUp) : try reachedBefore(followUp)
        let employer = try followUp.placementId.flatMap { id in
            try String.fetchOne(
                try cachedStatement(
                    sql: """
                        SELECT e.org_Name FROM placement p JOIN jobOffer o ON o.id = p.offerId
                        JOIN employer e ON e.id = o.employerId WHERE p.id = ?
                        """), arguments: [id])
        }
        let isOpen = followUp.doneOn == nil
        return CallSheetRow(
            followUp: followUp, personCode: person.personCode, name: person.shownName,
            contacts: try contactLines(personId: person.id, on: date), employer: employer,
            state: followUp.state(on: date), escalation: followUp.escalation(on: date),
            isMissedBefore: FollowUpAnswers.isMissed(last),
            isPutOff: isOpen && (followUp.callAgainOn.map { date < $0 } ?? false),
            indicators: isOpen
                ? [] : try fetchValid(FollowUpIndicator.self, "followUpId = ?", [followUp.id]),
            checkIn: try followUp.migrationPlanId.flatMap {
                try fetch(MigrationPlan.self, id: $0)
            }.map { plan in
                CheckInNotes(
                    codePhrase: plan.codePhrase.text, method: plan.checkInMethod,
                    ifNotReached: plan.ifNotReached.text)
            })
    }

    /// Whether the last follow-up of hers that was done reached her; `nil` when there was none.
    private func reachedLast(_ followUp: FollowUp) throws -> FollowUpReached? {
        let code = try String.fetchOne(
            try cachedStatement(
                sql: """
                    SELECT reached FROM followUp
                    WHERE personId = ? AND doneOn IS NOT NULL AND voidedAt IS NULL AND id <> ?
                    ORDER BY doneOn DESC, dueOn DESC, id DESC LIMIT 1
                    """), arguments: [followUp.personId, followUp.id])
        return code.flatMap { FollowUpReached(rawValue: $0) }
    }
}

extension Person {
    /// The name as she gave it: the Chinese one, else the given and the family name.
    public var shownName: Told {
        if nameZh.text != nil { return nameZh }
        let parts = [prs_FirstName.text, prs_SecondName.text].compactMap { $0 }
        return parts.isEmpty ? nameZh : .said(parts.joined(separator: " "))
    }
}
