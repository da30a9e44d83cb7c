import GRDB

@testable import HomesCore

/// A programme with two homes, their staff and one woman in bed 1 of the first: what the tests of
/// the daily work begin with. Invented. Today is 2010-03-05.
struct WorkFixture {
    let store: HomesStore
    var caseworker = Signature(userId: "", role: .caseworker, at: Instant(milliseconds: 0))
    var manager = Signature(userId: "", role: .homeManager, at: Instant(milliseconds: 0))
    var supervisor = Signature(userId: "", role: .supervisor, at: Instant(milliseconds: 0))
    var elsewhere = Signature(userId: "", role: .caseworker, at: Instant(milliseconds: 0))
    var officer = Signature(userId: "", role: .dataOfficer, at: Instant(milliseconds: 0))
    var home = Home()
    var otherHome = Home()
    var beds: [Bed] = []
    var person = Person()
    var file = Case()
    var stay = Stay()

    static func day(_ iso: String) -> CivilDate {
        CivilDate(iso: iso) ?? CivilDate(dayNumber: 0)
    }

    var today: CivilDate { WorkFixture.day("2010-03-05") }

    /// That somebody has just typed her password.
    func proof(of signature: Signature) -> PasswordProof {
        PasswordProof(userId: signature.userId, at: signature.at)
    }

    init() throws {
        store = try HomesStore.throwaway()
        let now = Instant(WorkFixture.day("2010-03-05"), hour: 9)
        var first = User()
        first.userName = "setup"
        first.displayName = "Set-up"
        first.role = .admin
        first.stamp.id = "00000000-0000-7000-8000-000000000001"
        first.stamp.createdBy = first.stamp.id
        first.stamp.updatedBy = first.stamp.id
        let admin = Signature(userId: first.stamp.id, role: .admin, at: now)
        try store.perform(.setUp, admin) { operation in
            try operation.db.insertRow(first)
            try operation.insert(Programme(), about: nil)
            var province = Province()
            province.provinceCode = "340000"
            province.nameZh = "安徽省"
            province.nameEn = "Anhui"
            try operation.insert(province, about: nil)
            home = try operation.insert(WorkFixture.home("AH-001"), about: nil)
            otherHome = try operation.insert(WorkFixture.home("AH-002"), about: nil)
            var room = Room()
            room.homeId = home.id
            room.name = "2"
            room = try operation.insert(room, about: nil)
            for number in 1...3 {
                var bed = Bed()
                bed.roomId = room.id
                bed.bedNumber = String(number)
                bed.inventoryStartDate = WorkFixture.day("2005-01-01")
                beds.append(try operation.insert(bed, about: nil))
            }
            func user(_ name: String, _ role: Role, _ home: Home?) throws -> Signature {
                var user = User()
                user.userName = name
                user.displayName = name.uppercased()
                user.role = role
                user = try operation.insert(user, about: nil)
                if let home {
                    var place = UserHome()
                    place.userId = user.id
                    place.homeId = home.id
                    try operation.insert(place, about: nil)
                }
                return Signature(
                    userId: user.id, role: role, homeId: home?.id, homeCode: home?.homeCode,
                    at: now)
            }
            caseworker = try user("li", .caseworker, home)
            manager = try user("wang", .homeManager, home)
            supervisor = try user("zhao", .supervisor, nil)
            officer = try user("qian", .dataOfficer, nil)
            elsewhere = try user("sun", .caseworker, otherHome)
        }
        person = try addPerson("AH001-0001", born: "1985-06-01")
        file = try addCase(person)
        stay = try addStay(file, bed: beds[0], from: "2010-03-01")
    }

    private static func home(_ code: String) -> Home {
        var home = Home()
        home.homeCode = code
        home.nameZh = "妇女之家"
        home.nameEn = "Home"
        home.provinceCode = "340000"
        home.countyCode = "340121"
        home.operatingStartDate = day("2005-01-01")
        return home
    }

    func addPerson(_ code: String, born: String? = nil, home other: Home? = nil) throws -> Person {
        var person = Person()
        person.homeId = (other ?? home).id
        person.personCode = code
        person.nameZh = .said("王小明")
        person.prs_Birthdate = Told(born)
        person.searchKey = "x"
        return try insert(person)
    }

    func addCase(_ person: Person) throws -> Case {
        var file = Case()
        file.caseCode = person.personCode + "-C1"
        file.personId = person.id
        file.homeId = person.homeId
        file.registrationDate = WorkFixture.day("2010-01-01")
        return try insert(file)
    }

    func addStay(
        _ file: Case, bed: Bed, from: String, mother: Stay? = nil
    ) throws -> Stay {
        var stay = Stay()
        stay.caseId = file.id
        stay.personId = file.personId
        stay.homeId = file.homeId
        stay.entryDate = WorkFixture.day(from)
        stay.motherStayId = mother?.id
        let planned = stay
        return try store.perform(.makeDemonstration, caseworker) { operation in
            let stay = try operation.insert(planned, about: nil)
            var assignment = BedAssignment()
            assignment.stayId = stay.id
            assignment.bedId = bed.id
            assignment.fromNight = stay.entryDate
            assignment.withMother = mother != nil
            try operation.insert(assignment, about: nil)
            return stay
        }
    }

    func addEmployer(
        _ name: String = "光明服装厂", approved: Bool = true
    ) throws -> Employer {
        var employer = Employer()
        employer.org_Name = name
        employer.licenceSeenOn = today
        let saved = try store.registerEmployer(employer, by: caseworker)
        guard approved else { return saved }
        return try store.approveEmployer(
            saved.id, status: .approved, reason: "visited", by: caseworker,
            second: proof(of: manager))
    }

    /// An offer that breaks no rule.
    func goodOffer(of employer: Employer) -> JobOffer {
        var offer = JobOffer()
        offer.employerId = employer.id
        offer.offeredOn = WorkFixture.day("2010-02-20")
        offer.occupation = "SEWING"
        offer.workplaceKind = .factory
        offer.wageYuan = 1_200
        offer.wageBasis = .month
        offer.hoursPerDay = 8
        offer.daysPerWeek = 5
        offer.overtimeHoursPerMonth = 20
        offer.overtimePaid = .yes
        offer.probationMonths = 0
        offer.contractTermMonths = 24
        offer.deductionsYuan = 0
        offer.feeAskedYuan = 0
        offer.depositAskedYuan = 0
        offer.idDemanded = .no
        offer.promisedInWriting = .yes
        offer.contractItemsStated = 9
        offer.toldConditions = .yes
        offer.paidMonthlyInMoney = .yes
        offer.mayLeaveWithNotice = .yes
        offer.marriageTerms = .no
        offer.employerChecksId = .yes
        offer.agencyLabour = .no
        return offer
    }

    /// Inserts a record as the set-up would.
    func insert<R: HomesCore.Record>(_ record: R) throws -> R {
        try store.perform(.makeDemonstration, caseworker) { operation in
            try operation.insert(record, about: nil)
        }
    }

    /// The journal's entries of an operation, as `action table`, with the field after an update.
    func journal(_ name: OperationName) throws -> [String] {
        try store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT action || ' ' || coalesce("table", '') || coalesce('.' || field, '')
                    FROM audit WHERE operation = ? ORDER BY id
                    """, arguments: [name.rawValue])
        }
    }
}

/// The error that a call throws; `nil` when it goes through.
func refusal<Value>(_ body: () throws -> Value) -> StoreError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? StoreError
    }
}
