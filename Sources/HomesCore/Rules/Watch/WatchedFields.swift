/// Which fields of which records are compared with those watched. A text field that is in none of
/// these lists fails a test: a new one is decided about, never forgotten.
enum WatchedFields {
    /// How a field is compared.
    enum Way: Sendable {
        /// As the name of one person.
        case name
        /// As a phone number.
        case phone
        /// As a text in which a name or a number may stand.
        case text
    }

    /// By the table and the field.
    static let ways: [String: [String: Way]] = [
        Person.table: [
            "nameZh": .name, "alias": .name, "namePinyin": .name, "prs_FirstName": .name,
            "prs_SecondName": .name,
        ],
        Contact.table: ["name": .name, "phone": .phone, "whoMayAnswer": .text],
        MigrationPlan.table: [
            "destinationContact": .name, "destinationPhone": .phone, "knowsName": .name,
            "knowsPhone": .phone, "route": .text, "ifNotReached": .text, "copyLeftWith": .name,
            "note": .text,
        ],
        Visit.table: ["outsiderName": .name, "outsiderPhone": .phone, "note": .text],
        Reservation.table: ["codeWord": .text, "madeBy": .name, "note": .text],
        Employer.table: [
            "org_Name": .text, "legalRepresentative": .name, "phone": .phone, "address": .text,
        ],
        EmployerName.table: ["name": .text],
        EmployerContact.table: ["name": .name, "phone": .phone],
        EmployerVisit.table: ["note": .text],
        JobOffer.table: ["note": .text],
        Incident.table: ["whatHappened": .text, "action": .text],
        IncidentPerson.table: ["description": .text],
        PlanAction.table: ["doerName": .name],
        Belonging.table: ["givenBackTo": .name],
        CounsellingSession.table: ["interpreter": .name],
    ]

    /// Fields of these tables that are not compared, and why.
    static let without: [String: String] = [
        "person.dialect": "a language", "person.skills": "what she can do",
        "person.prs_NumberOfChildren": "a number",
        "contact.relation": "no name", "contact.hours": "a time",
        "contact.persona": "the caller's", "contact.codePhrase": "agreed words",
        "migrationPlan.destinationPlace": "a place", "migrationPlan.knowsRelation": "no name",
        "migrationPlan.checkInDays": "days", "migrationPlan.codePhrase": "agreed words",
        "employer.licenceNumber": "a firm's number", "employer.approvedReason": "a verdict",
        "jobOffer.lodging": "things", "jobOffer.meals": "things",
        "employerContact.position": "a post", "jobOffer.wageZone": "a place",
        "jobOffer.skillsNeeded": "what the work asks for",
        "incident.closedReason": "a verdict",
        "planAction.spl_ActionPlan": "what is done", "planAction.outcome": "what came of it",
        "belonging.item": "things", "belonging.receiptNumber": "a number",
        "counsellingSession.interpreterReason": "a verdict",
        "counsellingSession.interpreterWork": "a trade", "counsellingSession.note": "her words",
    ]

    /// Tables none of whose texts are compared, and why.
    static let withoutTables: [String: String] = [
        "programme": "the programme's own", "user": "the staff", "userHome": "the staff",
        "province": "a place", "minimumWage": "a figure", "home": "a place", "room": "a place",
        "bed": "a place", "bedStatusPeriod": "a bed", "consent": "an organisation",
        "case": "no name", "stay": "her stay", "bedAssignment": "a bed",
        "riskAssessment": "a verdict", "riskItem": "an answer", "sessionTopic": "a code",
        "sessionMaterial": "a code",
        "attendance": "a score", "checklistAnswer": "an answer", "placement": "a contract",
        "placementChange": "her wage and hours",
        "offerCheck": "the law", "followUp": "a call that was made already",
        "followUpIndicator": "an answer", "glassBreak": "the staff's reasons",
        "turnAway": "an organisation", "visitService": "a code", "absence": "what was agreed",
        "indicator": "an answer", "planGoal": "an aim", "flag": "a warning",
        "note": "her story, told in private", "referral": "an organisation",
        "transfer": "between homes", "closureRequest": "a verdict", "retentionHold": "a reason",
        "tombstone": "nobody any more", "tombstoneCount": "nobody any more",
        "watchedPerson": "he himself", "sighting": "he himself",
    ]

    /// What is to be compared in some fields of a record.
    ///
    /// - Parameter changed: The names of the fields that were typed now.
    static func query<R: Record>(_ record: R, changed: Set<String>) -> WatchQuery? {
        guard let ways = ways[R.table] else { return nil }
        var query = WatchQuery()
        for (name, way) in ways where changed.contains(name) {
            guard let text = text(name, record) else { continue }
            switch way {
            case .name: query.names.append(text)
            case .phone: query.phones.append(text)
            case .text: query.texts.append(text)
            }
        }
        if let person = record as? Person { query.names = names(of: person, changed) }
        return query.isEmpty ? nil : query
    }

    private static func text<R: Record>(_ name: String, _ record: R) -> String? {
        guard case .text(let text)? = R.field(name)?.get(record), !text.isEmpty else { return nil }
        return text
    }

    /// Her names: the pinyin only where it is more than her name in Latin letters, the family name
    /// and the given name as one.
    private static func names(of person: Person, _ changed: Set<String>) -> [String] {
        var names: [String] = []
        let nameZh = text("nameZh", person)
        if changed.contains("nameZh"), let nameZh { names.append(nameZh) }
        if changed.contains("alias"), let alias = text("alias", person) { names.append(alias) }
        if changed.contains("namePinyin"), let pinyin = person.namePinyin,
            nameZh.map({ Pinyin.romanised($0) != pinyin }) ?? true
        {
            names.append(pinyin)
        }
        let latin = ["prs_SecondName", "prs_FirstName"]
        if !changed.isDisjoint(with: latin) {
            names.append(latin.compactMap { text($0, person) }.joined(separator: " "))
        }
        return names
    }
}
