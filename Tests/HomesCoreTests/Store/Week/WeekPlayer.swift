@testable import HomesCore

/// Plays a week's script through the store's operations, as the home's caseworker on each day.
struct WeekPlayer {
    let house: HouseFixture
    private(set) var persons: [String: Person] = [:]
    private(set) var stays: [String: Stay] = [:]
    private(set) var sessions: [CounsellingSession] = []
    /// Who went over to the other home: her file is there now.
    private(set) var goneOver: Set<String> = []

    /// A home of 36 beds with the thirty who are here when the week begins, and another home.
    init() throws {
        house = try HouseFixture(beds: 36)
        for (index, entry) in WeekScript.present.enumerated() {
            try admit(entry.woman, into: house.beds[index], on: entry.since)
        }
        let early = try house.store.admit(
            house.intake(
                "女early", from: HouseFixture.day("2007-01-10"), bed: house.beds[35]),
            by: house.worker)
        persons["early"] = early.person
        _ = try house.store.exit(
            stayId: try house.stay(early).id, Departure(date: HouseFixture.day("2007-01-20")),
            by: house.worker)
        let other = try house.store.admit(
            house.intake(
                "女x1", from: HouseFixture.day("2007-02-20"), bed: house.otherBeds[0]),
            by: house.elsewhere)
        persons["x1"] = other.person
        stays["x1"] = other.stay
        // The shift before goes home on Monday morning; the week is what came after.
        try house.store.signOut(by: house.worker)
    }

    private func worker(_ day: Int, hour: Int = 11) -> Signature {
        var signature = house.worker
        signature.at = Instant(WeekScript.date(day), hour: hour)
        return signature
    }

    private mutating func admit(_ woman: String, into bed: Bed, on date: CivilDate) throws {
        var signature = house.worker
        signature.at = max(Instant(date, hour: 10), signature.at)
        // Names that no rule takes for the same woman.
        let admission = try house.store.admit(
            house.intake("女" + woman, from: date, bed: bed), by: signature)
        persons[woman] = admission.person
        stays[woman] = admission.stay
    }

    /// Where a script stopped, and why.
    struct Stopped: Error {
        let line: WeekScript.Line
        let error: String
    }

    mutating func play(_ script: WeekScript) throws {
        for line in script.lines {
            do { try play(line) } catch { throw Stopped(line: line, error: "\(error)") }
        }
    }

    private mutating func play(_ line: WeekScript.Line) throws {
        let signature = worker(line.day)
        let date = WeekScript.date(line.day)
        switch line.event {
        case .intake(let woman):
            try admit(woman, into: try freeBed(date, signature), on: date)
        case .exit(let woman, let destination):
            _ = try house.store.exit(
                stayId: try stay(woman).id, Departure(date: date, destination: destination),
                by: signature)
        case .move(let woman):
            _ = try house.store.moveBed(
                stayId: try stay(woman).id, to: try freeBed(date, signature).id, from: date,
                by: signature)
        case .group(let topics, let scores, let nameless):
            try group(topics, scores, nameless, on: date, by: signature)
        case .incident(let kind, let woman):
            try incident(kind, woman, on: date, by: signature)
        case .transferOut(let woman):
            goneOver.insert(woman)
            try transfer(
                woman, to: house.other, into: house.otherBeds[1], on: date, from: signature,
                by: at(house.elsewhere, line.day))
        case .transferIn(let woman):
            try transfer(
                woman, to: house.home, into: try freeBed(date, signature), on: date,
                from: at(house.elsewhere, line.day), by: signature)
        case .merge(let kept, let other):
            _ = try house.store.mergePersons(
                keeping: try person(kept).id, try person(other).id,
                by: at(house.manager, line.day))
        case .unmerge(let other):
            _ = try house.store.unmergePersons(
                try person(other).id, by: at(house.manager, line.day))
        }
    }

    private func at(_ signature: Signature, _ day: Int) -> Signature {
        var signature = signature
        signature.at = Instant(WeekScript.date(day), hour: 11)
        return signature
    }

    private func person(_ woman: String) throws -> Person {
        guard let person = persons[woman] else { throw StoreError.noSuchRecord }
        return person
    }

    private func incident(
        _ kind: IncidentClass, _ woman: String?, on date: CivilDate, by signature: Signature
    ) throws {
        var incident = Incident()
        incident.homeId = house.home.id
        incident.class = kind
        incident.date = date
        var people: [IncidentPerson] = []
        if let woman {
            var row = IncidentPerson()
            row.personId = try person(woman).id
            people = [row]
        }
        _ = try house.store.recordIncident(incident, people: people, by: signature)
    }

    /// Proposed by one home with her consent, accepted by the other on the same day.
    private mutating func transfer(
        _ woman: String, to home: Home, into bed: Bed, on date: CivilDate,
        from sender: Signature, by receiver: Signature
    ) throws {
        var consent = Consent()
        consent.personId = try person(woman).id
        consent.purpose = .transferToHome
        consent.given = .yes
        consent.date = date
        _ = try house.store.recordConsent(consent, by: sender)
        var transfer = Transfer()
        transfer.personId = consent.personId
        transfer.toHomeId = home.id
        transfer.reason = "nearer to her work"
        let proposed = try house.store.proposeTransfer(transfer, by: sender)
        _ = try house.store.acceptTransfer(
            proposed.id, bedId: bed.id, from: date, by: receiver)
    }

    private func stay(_ woman: String) throws -> Stay {
        guard let stay = stays[woman] else { throw StoreError.noSuchRecord }
        return stay
    }

    private func freeBed(_ night: CivilDate, _ signature: Signature) throws -> Bed {
        let board = try house.store.bedBoard(
            homeId: house.home.id, night: night, by: signature)
        guard let bed = board.rooms.flatMap(\.beds).first(where: { $0.state == .free })?.bed else {
            throw StoreError.noSuchRecord
        }
        return bed
    }

    private mutating func group(
        _ topics: [CounsellingTopic], _ scores: [WeekScript.Scores], _ nameless: Int,
        on date: CivilDate, by signature: Signature
    ) throws {
        var session = CounsellingSession()
        session.homeId = house.home.id
        session.date = date
        session.kind = .group
        session.counsellorId = signature.userId
        var attendances = scores.map { score in
            var row = Attendance()
            row.personId = persons[score.woman]?.id
            row.preScore = score.before
            row.postScore = score.after
            return row
        }
        if nameless > 0 {
            var row = Attendance()
            row.ageBand = .from18To24
            row.tally = nameless
            attendances.append(row)
        }
        sessions.append(
            try house.store.recordSession(
                session, topics: topics, attendances: attendances, by: signature))
    }
}
