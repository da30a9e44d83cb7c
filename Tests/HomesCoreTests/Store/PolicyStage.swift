import Testing

@testable import HomesCore

/// Two homes, and in each a woman in every relation to the caseworker, with one of each kind of
/// record: what the operations are driven against.
struct PolicyStage {
    /// A woman with her records, or a home with its.
    struct Subject {
        var homeId: String?
        var owner: String?
        var isOpen = false
        var person = Person()
        var file: Case?
        var stay: Stay?
        var placement: Placement?
        var planned: FollowUp?
        var done: FollowUp?
        var session: CounsellingSession?
        var contact = Contact()
        var consent = Consent()
        var bed: Bed?
        var room: Room?
        var referral = Referral()
        var transfer = Transfer()
        var asked: ClosureRequest?
        /// Of a home: a woman proposed to it, and an incident in it.
        var proposal = Transfer()
        var incident = Incident()
        /// Somebody whom it watches for, and where he was seen.
        var watched = WatchedPerson()
        var sighting = Sighting()
    }

    /// Whom an operation is about, which gives the relation it is asked in.
    enum About { case woman, home, programme, ownHome, ownWork }

    /// An operation cannot be tried on this subject: it has no such record.
    struct Skipped: Error {}

    /// What counts as refused by the table; any other fault means that the table let it pass.
    static func isRefusal(_ error: (any Error)?) -> Bool {
        [.refused(.roleMayNot), .refused(.caseIsClosed), .noSuchRecord]
            .contains(error as? StoreError)
    }

    private(set) var house: HouseFixture
    private(set) var signatures: [Signature] = []
    private(set) var women: [Subject] = []
    private(set) var homes: [Subject] = []
    private(set) var employer = Employer()
    private(set) var offer = JobOffer()
    private(set) var officer: Signature

    var store: HomesStore { house.store }
    var today: CivilDate { house.today }

    init() throws {
        house = try HouseFixture(beds: 8)
        var user = User()
        user.userName = "qian"
        user.displayName = "Qian"
        user.role = .dataOfficer
        try house.store.addUser(user, homeIds: [], second: house.second, by: house.admin)
        officer = try house.store.signIn(userName: "qian", at: HouseFixture.now).signature
        signatures = [house.worker, house.manager, house.supervisor, officer, house.admin]
        employer.org_Name = "光明服装厂"
        employer = try store.registerEmployer(employer, by: house.worker)
        employer = try store.approveEmployer(
            employer.id, status: .approved, reason: "visited", by: house.worker,
            second: house.second)
        offer.employerId = employer.id
        offer.offeredOn = today
        offer.occupation = "8212"
        offer = try store.recordOffer(offer, by: house.worker)
        for (home, beds) in [(house.home, house.beds), (house.other, house.otherBeds)] {
            let owners: [(String?, CaseStatus?)] = [
                (house.worker.userId, .active), (house.elsewhere.userId, .active),
                (house.elsewhere.userId, .closed), (nil, nil),
            ]
            for (index, (owner, status)) in owners.enumerated() {
                women.append(try woman(home, beds[index], index, owner, status))
            }
            homes.append(
                Subject(homeId: home.id, bed: beds[7], room: try room(of: beds[7])))
        }
        for index in homes.indices {
            let id = homes[index].homeId ?? ""
            homes[index].proposal =
                women.first { $0.transfer.toHomeId == id }?.transfer ?? Transfer()
            var incident = Incident()
            incident.homeId = id
            incident.date = house.today
            incident.reportedOn = house.today
            homes[index].incident = try store.perform(.makeDemonstration, house.worker) { op in
                try op.insert(incident, about: nil)
            }
            homes[index] = try watching(homes[index], index)
        }
    }

    private func room(of bed: Bed) throws -> Room? {
        try store.read { try $0.fetch(Room.self, id: bed.roomId) }
    }

    private func woman(
        _ home: Home, _ bed: Bed, _ number: Int, _ owner: String?, _ status: CaseStatus?
    ) throws -> Subject {
        var subject = Subject(homeId: home.id, owner: owner, isOpen: status?.isClosed == false)
        subject.bed = bed
        return try store.perform(.makeDemonstration, house.worker) { op in
            var person = Person()
            person.homeId = home.id
            person.personCode = home.homeCode.filter { $0 != "-" } + "-000\(number + 1)"
            person.nameZh = .said("王小明")
            person.searchKey = "x"
            subject.person = try op.insert(person, about: nil)
            let id = subject.person.id
            subject.contact.personId = id
            subject.contact = try op.insert(subject.contact, about: id)
            subject.consent.personId = id
            subject.consent.date = house.today
            subject.consent = try op.insert(subject.consent, about: id)
            var session = CounsellingSession()
            session.homeId = home.id
            session.date = house.today
            session.counsellorId = house.worker.userId
            subject.session = try op.insert(session, about: id)
            var attendance = Attendance()
            attendance.sessionId = subject.session?.id ?? ""
            attendance.personId = id
            try op.insert(attendance, about: id)
            if let status { try addCase(to: &subject, status, in: &op) }
            try PolicyStage.addSharing(to: &subject, house, in: &op)
            return subject
        }
    }

    /// Her case, her stay, her placement and its follow-ups.
    private func addCase(
        to subject: inout Subject, _ status: CaseStatus, in op: inout HomesCore.Operation
    ) throws {
        let person = subject.person
        var file = Case()
        file.caseCode = person.personCode + "-C1"
        file.personId = person.id
        file.homeId = person.homeId
        file.cas_CaseOwner = subject.owner
        file.cas_Status = status
        file.registrationDate = house.today
        if status.isClosed {
            file.cas_ReasonForCaseClosure = .goalsMet
            file.dateClosure = house.today
        }
        subject.file = try op.insert(file, about: person.id)
        var stay = Stay()
        stay.caseId = subject.file?.id ?? ""
        stay.personId = person.id
        stay.homeId = person.homeId
        stay.entryDate = house.today
        subject.stay = try op.insert(stay, about: person.id)
        var night = BedAssignment()
        night.stayId = subject.stay?.id ?? ""
        night.bedId = subject.bed?.id ?? ""
        night.fromNight = house.today
        try op.insert(night, about: person.id)
        var placement = Placement()
        placement.personId = person.id
        placement.homeId = person.homeId
        placement.offerId = offer.id
        placement.startDate = house.today
        subject.placement = try op.insert(placement, about: person.id)
        var call = FollowUp()
        call.personId = person.id
        call.homeId = person.homeId
        call.placementId = subject.placement?.id
        call.dayOffset = 3
        call.dueOn = house.today
        subject.planned = try op.insert(call, about: person.id)
        call.dayOffset = 7
        call.doneOn = house.today
        call.reached = .yes
        subject.done = try op.insert(call, about: person.id)
    }

    /// The same in a file of its own, for an operation that went through.
    func copy() throws -> PolicyStage {
        var copy = self
        copy.house = try house.copy()
        return copy
    }

    /// How a subject stands to somebody.
    func relation(_ about: About, _ subject: Subject, to signature: Signature) -> Relation {
        switch about {
        case .programme: return Relation(.programme)
        case .home: return signature.relation(to: subject.homeId)
        case .ownHome: return signature.relation(to: signature.homeId ?? "")
        case .ownWork: return signature.relation(to: signature.homeId)
        case .woman:
            let assignment: Relation.Assignment =
                subject.owner == nil
                ? .noCase
                : subject.owner == signature.userId
                    ? .hers : subject.isOpen ? .openOfAnother : .closedOfAnother
            return signature.relation(to: subject.homeId, assignment)
        }
    }

    /// The subjects of an operation.
    func subjects(_ about: About) -> [Subject] {
        switch about {
        case .woman: women
        case .home: homes
        case .programme, .ownHome, .ownWork: [homes[0]]
        }
    }
}

extension Optional {
    /// The value, or the sign that this subject has none.
    func orSkip() throws -> Wrapped {
        guard let self else { throw PolicyStage.Skipped() }
        return self
    }
}
