import HomesCore

/// Writes down an incident. The six questions about violence come one after the other, in their
/// fixed order, where they can apply, and stop at the first yes.
public struct IncidentFormScreen: FormScreen {
    public var form = Form()
    private let personId: String
    private let personCode: String

    public static let comesBackWhenUndone = true
    public static let formName = "incident"
    /// Whom it was opened about; empty for the home.
    public var recordId: String { personId }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("New incident", "新事件") }

    private static let employerKinds: Set<IncidentClass> = [
        .workplaceAbuse, .wageArrears, .documentRetention, .suspectedTrafficking,
        .recruiterAtDoor,
    ]

    /// A new incident of the home; about a resident, where one is given, and of a kind.
    public init(
        _ world: World, about page: ResidentPage? = nil,
        kind: IncidentClass? = nil
    ) {
        personId = page?.person.id ?? ""
        personCode = page?.person.personCode ?? ""
        var incident = Incident()
        incident.date = world.today
        incident.reportedOn = world.today
        if let kind { incident.`class` = kind }
        form.add(
            incident, as: "incident", section: Phrase("Incident", "事件"),
            ["class", "date", "reportedOn"], world.language)
        for type in GBVType.asked {
            form.add(
                "gbv." + type.rawValue, type.question,
                .choice(GBVQuestions.choices), section: Phrase("In this order", "按此顺序询问"),
                help: type.label + Phrase(". 1 yes, 2 no, 3 declines", "。1是 2否 3不愿答"),
                world.language)
        }
        form.add(
            incident, as: "incident", section: Phrase("The story", "详情"),
            ["whatHappened"], world.language)
        IncidentPeople.add(
            to: &form, count: 3, first: page.map { ($0.person.id, $0.person.personCode) }, world)
        form.add(
            incident, as: "incident", section: Phrase("What followed", "后续"),
            ["action", "reportedTo"], world.language)
        let read = world.attempt { () throws(StoreError) in
            try world.store.employers(by: world.signature)
        }
        form.add(
            "employer", Phrase("Employer", "用人单位"),
            .choice(
                ((try? read.get()) ?? []).map {
                    Choice(code: $0.id, label: Phrase(verbatim: $0.name))
                }), section: Phrase("What followed", "后续"), world.language)
        passOver()
    }

    public static let bindings: [Binding<IncidentFormScreen>] = formBindings

    private var kind: IncidentClass {
        form.textValue("incident.class").flatMap(IncidentClass.init(rawValue:)) ?? .inHomeSafety
    }

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    private mutating func passOver() {
        GBVQuestions.passOver(&form, asked: kind.asksAboutViolence)
        IncidentPeople.passOver(&form)
        form.require("who1", kind.needsResident)
        form.skip(
            "employer",
            because: Self.employerKinds.contains(kind)
                ? nil : Phrase("not at work", "与工作无关"))
    }

    public mutating func save(_ world: World) -> Step {
        passOver()
        var incident = Incident()
        form.fill(&incident, from: "incident")
        if kind.asksAboutViolence { incident.gbvType = GBVQuestions.answer(form) }
        incident.employerId =
            form["employer"]?.skipped == nil ? form.textValue("employer") : nil
        let people = IncidentPeople.read(form)
        let record = incident
        switch world.attempt({ () throws(StoreError) in
            try world.store.recordIncident(record, people: people, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Incident.table, id: saved.id),
                .done(Phrase("Incident recorded. F8 undoes.", "事件已登记。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}

/// The six questions as rows of a form.
enum GBVQuestions {
    static let choices = YesNo.choices.filter { ["1", "0", "9"].contains($0.code) }

    private static func id(_ type: GBVType) -> String { "gbv." + type.rawValue }

    /// The answers up to where the questions stop.
    private static func answers(_ form: Form) -> [YesNo] {
        var answers: [YesNo] = []
        for type in GBVType.asked {
            let answer = YesNo(stored: form.value(id(type))) ?? .notCollected
            answers.append(answer)
            if answer != .no { break }
        }
        return answers
    }

    /// What the answers come to.
    static func answer(_ form: Form) -> GBVType { GBVType.classify(answers(form)) }

    /// A question is there only when all before it were answered with no.
    static func passOver(_ form: inout Form, asked: Bool) {
        let reached = answers(form).count
        for (index, type) in GBVType.asked.enumerated() {
            let reason: Phrase? =
                if !asked {
                    Phrase("not for this kind", "不适用此类别")
                } else if index >= reached {
                    Phrase("not asked", "无需再问")
                } else {
                    nil
                }
            form.skip(id(type), because: reason)
        }
    }
}

/// Who was in an incident, as rows of a form: residents by code, one outsider described.
enum IncidentPeople {
    private static let most = 3

    /// Adds the rows.
    static func add(
        to form: inout Form, count: Int, first: (id: String, code: String)?, _ world: World
    ) {
        let section = Phrase("Who was in it: no names", "相关人：请勿写姓名")
        var residents: [Choice] = []
        if let home = world.session?.home {
            let read = world.attempt { () throws(StoreError) in
                try world.store.residentList(
                    homeId: home.id, filter: .all, by: world.signature)
            }
            residents = ((try? read.get()) ?? []).map {
                Choice(code: $0.personId, label: Phrase(verbatim: $0.personCode))
            }
        }
        for number in 1...count {
            form.add(
                "who\(number)", Phrase("Resident \(number)", "入住人员\(number)"), .choice(residents),
                section: section, help: Phrase("By code; F2 lists them", "填编号，F2 列出"),
                value: number == 1 ? first.map { .text($0.id) } ?? .null : .null, world.language)
            form.add(
                "part\(number)", Phrase("Her part", "其角色"), .choice(IncidentPart.choices),
                section: section, value: IncidentPart.affected.stored, world.language)
        }
        form.add(
            "outsider", Phrase("Somebody from outside", "外部人员"), .text(limit: 80), section: section,
            help: Phrase("What he looks like, not who he is", "描述特征，不写姓名"), world.language)
        form.add(
            "outsiderPart", Phrase("Part", "其角色"), .choice(IncidentPart.choices), section: section,
            value: IncidentPart.alleged.stored, world.language)
    }

    /// The next resident is asked only after the one before; a part only of somebody named.
    static func passOver(_ form: inout Form) {
        let nobody = Phrase("nobody named", "未填写")
        for number in 1...most {
            let isNamed = form.value("who\(number)") != .null
            form.skip("part\(number)", because: isNamed ? nil : nobody)
            if number < most {
                form.skip("who\(number + 1)", because: isNamed ? nil : nobody)
            }
        }
        let isNamed = form.textValue("outsider")?.isEmpty == false
        form.skip("outsiderPart", because: isNamed ? nil : nobody)
    }

    /// Those named.
    static func read(_ form: Form) -> [IncidentPerson] {
        var people: [IncidentPerson] = []
        for number in 1...most {
            guard let id = form.textValue("who\(number)"), !id.isEmpty else { break }
            var person = IncidentPerson()
            person.personId = id
            person.part = IncidentPart(stored: form.value("part\(number)")) ?? .affected
            people.append(person)
        }
        if let text = form.textValue("outsider"), !text.isEmpty {
            var person = IncidentPerson()
            person.description = text
            person.part = IncidentPart(stored: form.value("outsiderPart")) ?? .alleged
            people.append(person)
        }
        return people
    }
}

/// Goes on with an incident: what was done, to whom it was reported, that it is over, who was
/// forgotten.
public struct IncidentEditScreen: FormScreen {
    public var form = Form()
    private let incident: Incident

    public static let formName = "incidentEdit"
    public var recordId: String { incident.id }
    public var draftTitle: String { "" }
    public var title: Phrase { Phrase("Go on", "跟进") }

    /// The form over an incident.
    public init(_ page: IncidentPage, _ world: World) {
        incident = page.incident
        form.add(
            incident, as: "incident", section: Phrase("Incident", "事件"),
            ["status", "closedReason", "action", "reportedTo", "whatHappened"], world.language)
        IncidentPeople.add(to: &form, count: 1, first: nil, world)
        passOver()
    }

    public static let bindings: [Binding<IncidentEditScreen>] = formBindings

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    private mutating func passOver() {
        let isClosed = form.textValue("incident.status") == IncidentStatus.closed.rawValue
        form.skip(
            "incident.closedReason",
            because: isClosed ? nil : Phrase("only when it is closed", "结束时填写"))
        form.require("incident.closedReason", isClosed)
        IncidentPeople.passOver(&form)
    }

    public mutating func save(_ world: World) -> Step {
        var record = incident
        form.fill(&record, from: "incident")
        let people = IncidentPeople.read(form)
        let changed = record
        switch world.attempt({ () throws(StoreError) in
            try world.store.editIncident(changed, adding: people, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            return .answerSaying(
                .saved(table: Incident.table, id: saved.id),
                .done(Phrase("Saved. F8 undoes.", "已保存。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}
