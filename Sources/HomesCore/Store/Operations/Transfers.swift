import GRDB

extension HomesStore {
    /// Proposes another home for her, with her consent in force. That home learns her code, the
    /// reason, her age band and her needs; nothing changes here until it accepts.
    ///
    /// - Parameter transfer: Whose, to which home, why, what she needs. The rest is the store's.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `sameHome`, `dropInHasNoBeds`,
    ///   `homeNotInService`, `noConsent`, `transferOpen`, `reasonMissing`.
    @discardableResult
    public func proposeTransfer(
        _ transfer: Transfer, by signature: Signature
    ) throws(StoreError) -> Transfer {
        try perform(.proposeTransfer, signature) { operation in
            let person = try operation.db.own(
                Person.self, transfer.personId, signature, for: .proposeTransfer)
            let target = try operation.db.existing(Home.self, transfer.toHomeId)
            try target.checkTakesTransfers(from: person.homeId, on: operation.today)
            guard
                let consent = try operation.db.consentInForce(
                    of: person.id, for: .transferToHome, with: target.homeCode, signature)
            else { throw StoreError.refused(.noConsent) }
            let open = try operation.db.fetchValid(
                Transfer.self, "personId = ? AND status = 'PROPOSED'", [person.id])
            guard open.isEmpty else { throw StoreError.refused(.transferOpen) }
            var record = transfer.normalised
            record.reason = try record.reason.asReason()
            record.fromHomeId = person.homeId
            record.stayId = try operation.db.openStay(of: person.id)?.id
            record.consentId = consent.id
            record.proposedOn = operation.today
            record.ageBand = person.birthdate?.years(on: operation.today).map { AgeBand(years: $0) }
            record.status = .proposed
            record.answeredOn = nil
            record.answeredBy = nil
            record.answerReason = nil
            record.newStayId = nil
            record.motherTransferId = nil
            return try operation.insert(record, about: person.id)
        }
    }

    /// Takes a proposal back that nobody has answered.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `transferAnswered`.
    public func withdrawTransfer(_ id: String, by signature: Signature) throws(StoreError) {
        try perform(.withdrawTransfer, signature) { operation in
            let transfer = try operation.db.own(
                Transfer.self, id, signature, for: .proposeTransfer)
            guard transfer.status == .proposed else {
                throw StoreError.refused(.transferAnswered)
            }
            try operation.answer(transfer, as: .withdrawn, reason: nil)
        }
    }

    /// Refuses a proposal to the signer's home, with the reason; nothing else changes.
    ///
    /// - Throws: `noSuchRecord` for a proposal to another home, of a sealed woman and for none at
    ///   all alike; `refused`: `roleMayNot`, `transferAnswered`, `reasonMissing`.
    public func refuseTransfer(
        _ id: String, reason: String, by signature: Signature
    ) throws(StoreError) {
        try perform(.answerTransfer, signature) { operation in
            let transfer = try operation.db.proposal(id, to: signature)
            guard transfer.status == .proposed else {
                throw StoreError.refused(.transferAnswered)
            }
            let reason = try reason.asReason()
            try operation.answer(transfer, as: .refused, reason: reason)
        }
    }

    /// Accepts a proposal to the signer's home, with a bed from a night on. In one transaction her
    /// stay in the other home ends on that day, her file and her open case move here, she gets a
    /// stay and the bed; children in her bed come along. Nights, sessions and calls of the past
    /// stay counted where they were.
    ///
    /// - Parameters:
    ///   - night: The first night here: from the day of the proposal up to today.
    ///   - releasingHold: Whether a hold on the bed ends for her.
    /// - Throws: `noSuchRecord` as `refuseTransfer`; `refused`: `roleMayNot`, `transferAnswered`,
    ///   `noConsent` when she withdrew or it ended meanwhile, `exitOutsideStay` for a night out of
    ///   range, and what refuses a bed: `bedTaken`, `bedHeld`, `bedOutOfService`,
    ///   `bedOfAnotherHome`.
    @discardableResult
    public func acceptTransfer(
        _ id: String, bedId: String, from night: CivilDate, releasingHold: Bool = false,
        by signature: Signature
    ) throws(StoreError) -> TransferOutcome {
        try perform(.answerTransfer, signature) { operation in
            let transfer = try operation.db.proposal(id, to: signature)
            return try operation.accept(
                transfer, bedId: bedId, from: night, releasingHold: releasingHold)
        }
    }
}

/// What an accepted transfer did.
public struct TransferOutcome: Equatable, Sendable {
    /// Whose: her code stays hers.
    public let personId: String
    /// Her code.
    public let personCode: String
    /// Her stay here.
    public let stay: Stay
    /// The codes of the children who came along.
    public let children: [String]
}

extension Home {
    /// Another home than hers, with beds, in service.
    fileprivate func checkTakesTransfers(from homeId: String, on day: CivilDate) throws {
        guard id != homeId else { throw StoreError.refused(.sameHome) }
        guard serviceMode != .dropIn else { throw StoreError.refused(.dropInHasNoBeds) }
        let isRunning =
            operatingStartDate <= day && (operatingEndDate.map { day < $0 } ?? true)
        guard isRunning else { throw StoreError.refused(.homeNotInService) }
    }
}

extension Database {
    /// The stay of hers that goes on.
    func openStay(of personId: String) throws -> Stay? {
        try fetchValid(
            Stay.self, "personId = ? AND exitDate IS NULL AND state = 'CHECKED_IN'", [personId]
        ).first
    }

    /// A proposal to the signer's home, answered or not. Nothing tells one to another home, one
    /// about a sealed woman and none at all apart.
    func proposal(_ id: String, to signature: Signature) throws -> Transfer {
        try require(.answerTransfer, at: signature.homeId ?? "", signature)
        let transfer = try fetch(Transfer.self, id: id)
        guard let transfer, !transfer.stamp.isVoided, transfer.toHomeId == signature.homeId,
            try file(of: transfer.personId)?.isSealed == false
        else {
            throw AccessDenied(
                answer: .noSuchRecord, action: .answerTransfer, table: Transfer.table, rowId: id,
                personId: transfer?.personId)
        }
        return transfer
    }
}

extension Operation {
    /// Answers a proposal without moving anything.
    mutating func answer(
        _ transfer: Transfer, as status: TransferStatus, reason: String?
    ) throws {
        var record = transfer
        record.status = status
        record.answeredOn = today
        record.answeredBy = signature.userId
        record.answerReason = reason
        try update(record, about: record.personId)
    }

    fileprivate mutating func accept(
        _ proposal: Transfer, bedId: String, from night: CivilDate, releasingHold: Bool
    ) throws -> TransferOutcome {
        guard proposal.status == .proposed else { throw StoreError.refused(.transferAnswered) }
        let home = try db.existing(Home.self, proposal.toHomeId)
        let person = try db.existing(Person.self, proposal.personId)
        guard person.homeId == proposal.fromHomeId else {
            throw StoreError.refused(.transferAnswered)
        }
        guard
            let consent = try db.consentInForce(
                of: person.id, for: .transferToHome, with: home.homeCode, signature)
        else { throw StoreError.refused(.noConsent) }
        guard proposal.proposedOn <= night, night <= today else {
            throw StoreError.refused(.exitOutsideStay)
        }
        let old = try db.openStay(of: person.id)
        let children = try old.map { try db.childrenInBed(of: $0, from: night) } ?? []
        // A child's nights in her mother's bed end before her mother's.
        for child in children { try leave(child, forTransferOn: night) }
        if let old { try leave(old, forTransferOn: night) }
        try passHolds(on: bedId, from: night, releasing: releasingHold)
        var transfer = proposal
        transfer.consentId = consent.id
        let stay = try move(
            person, old, under: transfer, to: home, bedId: bedId, from: night, mother: nil)
        var codes: [String] = []
        for child in children {
            let childPerson = try db.existing(Person.self, child.personId)
            var along = transfer
            along.personId = childPerson.id
            along.stayId = child.id
            along.needs = nil
            along.ageBand = nil
            along.motherTransferId = proposal.id
            _ = try move(
                childPerson, child, under: along, to: home, bedId: bedId, from: night, mother: stay)
            codes.append(childPerson.personCode)
        }
        return TransferOutcome(
            personId: person.id, personCode: person.personCode, stay: stay, children: codes)
    }

    /// The stay in the home she leaves ends; nobody is called, she is in another home's care.
    private mutating func leave(_ stay: Stay, forTransferOn night: CivilDate) throws {
        guard stay.entryDate <= night else { throw StoreError.refused(.exitOutsideStay) }
        try endBed(of: stay, on: night)
        try endAbsences(of: stay, on: night)
        // What she had handed in travels with her: the home she left cannot reach her any more.
        let kept = try db.keptBelongings(ofStay: stay.id).map(\.id)
        try giveBack(kept, of: stay, on: night, to: nil)
        var record = stay
        record.exitDate = night
        record.state = .checkedOut
        record.exitType = .completed
        record.destination = .otherWomensHome
        try update(record, about: stay.personId)
        try db.verifyTiled(stayId: stay.id)
    }

    /// Her file, her open case and what is due to her go to the other home, and she gets a stay and
    /// a bed there. The transfer is accepted before the file moves: the schema asks for it.
    private mutating func move(
        _ person: Person, _ old: Stay?, under transfer: Transfer, to home: Home, bedId: String,
        from night: CivilDate, mother: Stay?
    ) throws -> Stay {
        let file = try moveCases(of: person, to: home, on: night)
        try moveDues(of: person, to: home)
        var stay = Stay()
        stay.caseId = file.id
        stay.personId = person.id
        stay.homeId = home.id
        stay.entryDate = night
        stay.relationshipToHoH = old?.relationshipToHoH ?? .notCollected
        stay.motherStayId = mother?.id
        stay.priorLivingSituation = .otherHome
        if let needs = transfer.needs { stay.needs = .said(needs) }
        stay = try insert(stay, about: person.id)
        try assign(
            stay, to: bedId, from: night, reason: .arrival, withMother: mother != nil)
        try db.verifyTiled(stayId: stay.id)
        var accepted = transfer
        accepted.status = .accepted
        accepted.answeredOn = today
        accepted.answeredBy = signature.userId
        accepted.newStayId = stay.id
        if mother == nil {
            try update(accepted, about: person.id)
        } else {
            try insert(accepted, about: person.id)
        }
        var moved = person
        moved.homeId = home.id
        try update(moved, about: person.id)
        return stay
    }

    /// Her open cases go on in the new home, in the hands of whoever accepted her; without one, a
    /// new case begins there.
    private mutating func moveCases(
        of person: Person, to home: Home, on night: CivilDate
    ) throws -> Case {
        let open = try db.openCases(of: person.id)
        for request in try db.fetchValid(
            ClosureRequest.self, "personId = ? AND status = 'ASKED'", [person.id])
        {
            try answer(request, as: .overtaken, reason: nil)
        }
        var moved: [Case] = []
        for var file in open {
            file.homeId = home.id
            file.cas_CaseOwner = signature.userId
            file.cas_Status = .active
            moved.append(try update(file, about: person.id))
        }
        if let first = moved.first { return first }
        var file = Case()
        file.personId = person.id
        file.homeId = home.id
        file.caseCode = try db.nextCaseCode(person)
        file.cas_CaseOwner = signature.userId
        file.referralSource = .residentialProject
        file.registrationDate = night
        return try insert(file, about: person.id)
    }

    /// Calls that are due, alerts that nobody has closed and the job she has are the new home's;
    /// nobody expects her in the old one. What was done stays counted where it was done.
    private mutating func moveDues(of person: Person, to home: Home) throws {
        let calls = try db.fetchValid(
            FollowUp.self,
            """
            personId = ? AND (doneOn IS NULL
              OR (alertRaisedOn IS NOT NULL AND alertClosedOn IS NULL))
            """, [person.id])
        for var call in calls {
            call.homeId = home.id
            try update(call, about: person.id)
        }
        for var expected in try db.fetchValid(
            Reservation.self, "personId = ? AND outcome IS NULL", [person.id])
        {
            try letBedGo(of: expected, from: today)
            expected.outcome = .cancelled
            expected.outcomeOn = today
            try update(expected, about: person.id)
        }
        let jobs = try db.fetchValid(
            Placement.self, "personId = ? AND endDate IS NULL", [person.id])
        for var job in jobs {
            job.homeId = home.id
            try update(job, about: person.id)
        }
    }
}
