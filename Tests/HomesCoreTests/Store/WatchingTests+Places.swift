@testable import HomesCore

extension WatchingTests {
    /// Every place where somebody is written down.
    func places(_ her: Person, _ file: Case) -> [(SightingPlace, () throws -> Void)] {
        let (store, worker) = (house.store, house.worker)
        func employer(_ change: (inout Employer) -> Void) throws {
            var employer = Employer()
            employer.org_Name = "光明服装厂"
            change(&employer)
            try store.registerEmployer(employer, by: worker)
        }
        return [
            (.intake, { try house.admit("曾大标", bed: 1) }),
            (
                .intake,
                {
                    var intake = house.intake("李丽", bed: house.beds[2])
                    intake.contacts = [contact("曾大彪", of: her)]
                    try store.admit(intake, by: worker)
                }
            ),
            (
                .person,
                {
                    var changed = her
                    changed.alias = .said("Zeng Biao")
                    try store.editPerson(changed, by: worker)
                }
            ),
            (
                .contact,
                {
                    var contact = contact("叔叔", of: her)
                    contact.phone = .said("+8616012345678")
                    try store.addContact(contact, by: worker)
                }
            ),
            (
                .plan,
                {
                    var plan = MigrationPlan()
                    plan.caseId = file.id
                    plan.destinationPhone = .said("160-1234-5678")
                    try store.planMigration(plan, by: worker)
                }
            ),
            (
                .visit,
                {
                    var visit = Visit()
                    visit.date = house.today
                    visit.ageBand = .from25
                    visit.outsiderName = "曾大彪先生"
                    try store.recordVisit(visit, services: [], by: worker)
                }
            ),
            (
                .visit,
                {
                    var visit = Visit()
                    visit.date = house.today
                    visit.ageBand = .from25
                    visit.note = "有个自称彪哥的人在门口"
                    try store.recordVisit(visit, services: [], by: worker)
                }
            ),
            (
                .reservation,
                {
                    var reservation = Reservation()
                    reservation.codeWord = "红伞"
                    reservation.madeBy = "曾大彪"
                    reservation.forNight = house.today
                    reservation.expiresAt = Reservation.defaultExpiry(
                        forNight: house.today, offsetMinutes: 480)
                    try store.reserve(reservation, by: worker)
                }
            ),
            (.employer, { try employer { $0.org_Name = "曾大彪服装厂" } }),
            (.employer, { try employer { $0.legalRepresentative = "曾大彪" } }),
            (.employer, { try employer { $0.phone = "05516280123" } }),
            (
                .employer,
                {
                    var firm = Employer()
                    firm.org_Name = "红星玩具厂"
                    var foreman = EmployerContact()
                    foreman.employerId = try store.registerEmployer(firm, by: worker).id
                    foreman.name = "Zeng Dabiao"
                    try store.addEmployerContact(foreman, by: worker)
                }
            ),
            (
                .incident,
                {
                    var incident = Incident()
                    incident.date = house.today
                    var man = IncidentPerson()
                    man.description = "男，自称曾 大彪"
                    try store.recordIncident(incident, people: [man], by: worker)
                }
            ),
        ]
    }
}
