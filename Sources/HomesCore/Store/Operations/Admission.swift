import GRDB

/// Everything that is written down when a woman comes to a home.
public struct Intake: Equatable, Sendable {
    /// Who she is. Home, code and search key are the store's to fill.
    public var person: Person
    /// How to reach her, with what is safe.
    public var contacts: [Contact]
    /// The work with her. Person, home and code are the store's to fill.
    public var `case`: Case
    /// Her stay: entry date, needs, where she slept before. The rest is the store's to fill.
    public var stay: Stay
    /// The risk assessment, if one was made.
    public var risk: RiskAssessment?
    /// Its questions.
    public var riskItems: [RiskItem]
    /// What she agrees to. Never a condition of a bed.
    public var consents: [Consent]
    /// Her bed; needed by every stay.
    public var bedId: String?
    /// Whether she comes by day only, without a stay; always so in a drop-in home.
    public var isByDay: Bool
    /// What she hands in for safe keeping; a stay is needed for it.
    public var belongings: [Belonging] = []
    /// The reservation that this answers.
    public var reservationId: String?

    /// An intake; dates left empty become the day of the admission.
    public init(
        person: Person = Person(), contacts: [Contact] = [], case: Case = Case(),
        stay: Stay = Stay(), risk: RiskAssessment? = nil, riskItems: [RiskItem] = [],
        consents: [Consent] = [], bedId: String? = nil, isByDay: Bool = false
    ) {
        self.person = person
        self.contacts = contacts
        self.case = `case`
        self.stay = stay
        self.risk = risk
        self.riskItems = riskItems
        self.consents = consents
        self.bedId = bedId
        self.isByDay = isByDay
    }
}

/// What an admission made.
public struct Admission: Equatable, Sendable {
    /// Who she is, with her code.
    public let person: Person
    /// Her case.
    public let `case`: Case
    /// Her stay; `nil` when she comes by day only.
    public let stay: Stay?
    /// Her bed from the first night on; `nil` when she comes by day only.
    public let assignment: BedAssignment?
    /// What the admission should make somebody look at: an overflow bed.
    public let warnings: [AdmissionWarning]
}

/// What is said after an admission and blocks nothing.
public enum AdmissionWarning: String, CodeList {
    /// The bed is a cot, a mattress or an overflow bed.
    case overflowBed
    /// The case of an earlier stay goes on.
    case caseContinues

    /// The words.
    public var label: Phrase {
        switch self {
        case .overflowBed: Phrase("An overflow bed: the home is overfull", "备用加床：本家已超员")
        case .caseContinues: Phrase("Her open case goes on", "沿用未结个案")
        }
    }
}

extension HomesStore {
    /// Admits a woman whom the home does not know yet: person, contacts, case, stay, risk,
    /// consents and bed in one transaction. An overfull home is warned about, never blocked.
    ///
    /// - Parameter releasingHold: Whether a hold on the bed ends for her.
    /// - Throws: `refused` with `.nightWithoutBed` for a stay without a bed, `.bedHeld`,
    ///   `.bedTaken`, `.bedOutOfService`, `.bedOutsideInventory`, `.bedOfAnotherHome`,
    ///   `.stayInFuture`, `.stayOutsideOperation`, `.guardianNeeded`, `.papersAtHerWish`,
    ///   `.reservationEnded`, `.reservationOfAnother`, `.roleMayNot`; `noSuchRecord` without a home.
    @discardableResult
    public func admit(
        _ intake: Intake, releasingHold: Bool = false, by signature: Signature
    ) throws(StoreError) -> Admission {
        try perform(.admit, signature) { op in
            let home = try op.db.homeOfStaff(signature)
            var person = intake.person.normalised
            person.homeId = home.id
            person.personCode = try op.db.nextPersonCode(home)
            try op.complete(&person)
            let saved = try op.insert(person, about: nil)
            for contact in intake.contacts {
                var contact = contact.normalised
                contact.personId = saved.id
                try op.insert(contact, about: saved.id)
            }
            return try op.admit(
                saved, intake, at: home, openCase: nil, releasingHold: releasingHold)
        }
    }

    /// Admits a woman whom the home knows: a new stay, on her open case or on a new one. Who she
    /// is stays as it was; contacts, consents and the assessment of the intake are added.
    ///
    /// - Throws: As `admit`; `refused(.stayOverlap)` while an earlier stay is open.
    @discardableResult
    public func admitAgain(
        _ personId: String, _ intake: Intake, releasingHold: Bool = false,
        by signature: Signature
    ) throws(StoreError) -> Admission {
        try perform(.admitAgain, signature) { op in
            let home = try op.db.homeOfStaff(signature)
            let person = try op.db.own(Person.self, personId, signature, for: .admit)
            for contact in intake.contacts {
                var contact = contact.normalised
                contact.personId = person.id
                try op.insert(contact, about: person.id)
            }
            let open = try op.db.fetchValid(
                Case.self, "personId = ? AND cas_Status IN ('Active', 'FollowUp')", [person.id],
                order: "registrationDate DESC, id DESC"
            ).first
            return try op.admit(
                person, intake, at: home, openCase: open, releasingHold: releasingHold)
        }
    }
}

extension Operation {
    /// What an admission and a return have in common: case, stay, risk, consents, bed.
    fileprivate mutating func admit(
        _ person: Person, _ intake: Intake, at home: Home, openCase: Case?, releasingHold: Bool
    ) throws -> Admission {
        let isByDay = home.serviceMode == .dropIn || (home.serviceMode == .mixed && intake.isByDay)
        if home.serviceMode == .dropIn, intake.bedId != nil {
            throw StoreError.refused(.dropInHasNoBeds)
        }
        let entry = intake.stay.entryDate.orElse(today)
        let openedCase = try openOrContinue(
            openCase, as: intake.case, for: person, at: home, on: entry)
        var warnings: [AdmissionWarning] = openCase == nil ? [] : [.caseContinues]
        if let risk = intake.risk {
            try insert(risk, items: intake.riskItems, of: openedCase, on: entry)
        }
        for consent in intake.consents { try insert(consent, of: person, on: entry) }
        if let reservationId = intake.reservationId {
            try arrive(reservationId, as: person.id, from: entry)
        }
        if isByDay {
            return Admission(
                person: person, case: openedCase, stay: nil, assignment: nil, warnings: warnings)
        }
        guard let bedId = intake.bedId else { throw StoreError.refused(.nightWithoutBed) }
        var stay = intake.stay.normalised
        stay.caseId = openedCase.id
        stay.personId = person.id
        stay.homeId = home.id
        stay.entryDate = entry
        stay.state = .checkedIn
        stay.exitDate = nil
        stay = try insert(stay, about: person.id)
        let bed = try db.existing(Bed.self, bedId)
        try passHolds(on: bedId, from: entry, releasing: releasingHold)
        let assignment = try assign(
            stay, to: bedId, from: entry, reason: .arrival,
            withMother: try db.isMothersBed(bedId, stay, on: entry))
        try db.verifyTiled(stayId: stay.id)
        if !intake.belongings.isEmpty { _ = try take(intake.belongings, of: stay) }
        if bed.isOverflow { warnings.append(.overflowBed) }
        return Admission(
            person: person, case: openedCase, stay: stay, assignment: assignment,
            warnings: warnings)
    }

    private mutating func openOrContinue(
        _ open: Case?, as wanted: Case, for person: Person, at home: Home, on entry: CivilDate
    ) throws -> Case {
        if var open {
            open.cas_Status = .active
            if let level = wanted.riskLevel { open.riskLevel = level }
            return try update(open, about: person.id)
        }
        var new = wanted
        new.personId = person.id
        new.homeId = home.id
        new.caseCode = try db.nextCaseCode(person)
        new.cas_Status = .active
        new.cas_CaseOwner = wanted.cas_CaseOwner ?? signature.userId
        new.registrationDate = wanted.registrationDate.orElse(entry)
        new.dateClosure = nil
        new.cas_ReasonForCaseClosure = nil
        return try insert(new, about: person.id)
    }

    private mutating func insert(
        _ risk: RiskAssessment, items: [RiskItem], of openedCase: Case, on day: CivilDate
    ) throws {
        var risk = risk
        risk.caseId = openedCase.id
        risk.assessedOn = risk.assessedOn.orElse(day)
        let saved = try insert(risk, about: openedCase.personId)
        for item in items {
            var item = item
            item.riskAssessmentId = saved.id
            try insert(item, about: openedCase.personId)
        }
    }

    /// A consent without an end holds for 90 days (DATA.md, consent).
    private mutating func insert(
        _ consent: Consent, of person: Person, on day: CivilDate
    ) throws {
        var consent = consent.normalised
        consent.personId = person.id
        consent.date = consent.date.orElse(day)
        try check(consent, of: person)
        if consent.expiresOn == nil { consent.expiresOn = consent.date.adding(days: 90) }
        try insert(consent, about: person.id)
    }

    /// Fills what follows from the rest: pinyin, qualities, search key.
    mutating func complete(_ person: inout Person) throws {
        if (person.namePinyin ?? "").isEmpty, let name = person.nameZh.text {
            person.namePinyin = SearchTexts.pinyin(name)
        }
        if person.nameDataQuality == .notCollected, person.nameZh.text != nil {
            person.nameDataQuality = .full
        }
        switch person.prs_Birthdate {
        case .said(let text):
            guard let birthdate = Birthdate(stored: text) else {
                throw StoreError.refused(.invalidValue)
            }
            // A full date may still be a guess, and then says so itself.
            if birthdate.isApproximate || person.dobDataQuality != .approximate {
                person.dobDataQuality = birthdate.quality
            }
        case .missing(let gap):
            person.dobDataQuality = BirthdateQuality(rawValue: gap.rawValue) ?? .notCollected
        }
        person.searchKey = SearchTexts.key(of: person)
    }
}

extension Database {
    /// The home a member of its staff works in.
    ///
    /// - Throws: `refused(.roleMayNot)`, `noSuchRecord` without a home.
    func homeOfStaff(_ signature: Signature) throws -> Home {
        try require(.admit, at: signature.homeId ?? "", signature)
        guard let id = signature.homeId else { throw StoreError.noSuchRecord }
        return try existing(Home.self, id)
    }

    /// `AH014-0231`: the home's code without its hyphen, and the next number of the home.
    func nextPersonCode(_ home: Home) throws -> String {
        let prefix = home.homeCode.filter { $0 != "-" } + "-"
        let last = try Int.fetchOne(
            cachedStatement(
                sql: """
                    SELECT max(CAST(substr(personCode, length(?1) + 1) AS INTEGER)) FROM person
                    WHERE personCode >= ?1 AND personCode < ?1 || ':'
                    """), arguments: [prefix])
        return prefix + EntryText.padded((last ?? 0) + 1, 4)
    }

    /// `AH014-0231-C1`: the person's code and the number of her case.
    func nextCaseCode(_ person: Person) throws -> String {
        let count = try Int.fetchOne(
            cachedStatement(sql: "SELECT count(*) FROM \"case\" WHERE personId = ?"),
            arguments: [person.id])
        return "\(person.personCode)-C\((count ?? 0) + 1)"
    }

    /// Whether a child comes into the bed her mother has on the night.
    fileprivate func isMothersBed(
        _ bedId: String, _ stay: Stay, on night: CivilDate
    ) throws -> Bool {
        guard let mother = stay.motherStayId else { return false }
        return try fetchValid(
            BedAssignment.self,
            """
            stayId = ? AND bedId = ? AND withMother = 0 AND fromNight <= ?
              AND coalesce(toNight, '9999-12-31') > ?
            """, [mother, bedId, night.iso, night.iso]
        ).isEmpty == false
    }
}

extension CivilDate {
    /// Another day in place of the one that empty records carry.
    func orElse(_ day: CivilDate) -> CivilDate { dayNumber == 0 ? day : self }
}

extension Bed {
    /// Whether it is there for nights when the home is overfull: a cot, a mattress, or a bed of
    /// overflow availability (HUD 2.07).
    public var isOverflow: Bool {
        bedType == .cot || bedType == .mattress || availability == .overflow
    }
}
