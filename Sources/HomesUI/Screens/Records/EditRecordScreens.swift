import HomesCore

/// Corrects who a resident is and her circumstances.
public struct EditPersonScreen: RecordEditScreen {
    public var form = Form()
    var record: Person
    private var filling = IdentityFilling()
    private var duplicates = DuplicatePanel()

    public static let formName = "person"
    public var recordId: String { record.id }
    public var draftTitle: String { record.personCode }
    public var title: Phrase { Phrase("Edit", "修改") }
    var personId: String { record.id }

    /// The form over a resident's page.
    public init(_ page: ResidentPage, _ world: World) {
        record = page.person
        form.add(
            record, as: "record", section: Phrase("Who she is", "基本身份"),
            [
                "prs_IdentityNumber", "nameZh", "namePinyin", "alias", "prs_SecondName",
                "prs_FirstName", "nameDataQuality", "prs_Birthdate", "dobDataQuality",
                "prs_Gender", "idDocumentType", "idHeldBy",
            ], world.language)
        form.add(
            record, as: "record", section: Phrase("Her circumstances", "个人情况"),
            [
                "hukouCounty", "hukouType", "prs_MaritalStatus", "prs_NumberOfChildren",
                "prs_PrimaryLanguage", "dialect", "ethnicity", "prs_HighestLevelOfEducation",
                "schoolStatus", "skills",
            ], world.language)
        AgeInForm.annotate(&form, as: "record", world)
    }

    public static let bindings: [Binding<EditPersonScreen>] =
        formBindings + [
            Binding(.function(5), help: Phrase("same person?", "是否同一人"), footer: false) {
                screen, _ in screen.duplicates.open()
            }
        ]

    private static let compared: Set<String> = Set(
        IntakeScreen.comparedFields.map { $0.replacing("person.", with: "record.") })

    public mutating func type(_ key: Key, _ world: World) -> Step {
        let step = typeInForm(key, world)
        if let row = form.focused, Self.compared.contains(row.id) { findDuplicates(world) }
        return step
    }

    /// Looks for another file of hers once anything that names her was changed.
    private mutating func findDuplicates(_ world: World) {
        var current = form
        current.check(current.focus, world.fieldContext)
        guard current.rows.contains(where: { $0.isChanged && Self.compared.contains($0.id) })
        else { return duplicates.rows = [] }
        var person = record
        current.fill(&person, from: "record")
        duplicates.find(person, phone: nil, world)
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        duplicates.draw(form, in: area, on: &canvas, world)
    }

    static func find(_ id: String, in page: ResidentPage) -> Person? { page.person }

    func oddity(_ world: World) -> Phrase? {
        guard let row = form["record.prs_IdentityNumber"], row.isChanged,
            case .text(let number) = row.value, number.first != "#"
        else { return nil }
        return IdentityNumber.read(number, today: world.today).faults.first?.message
    }

    func write(_ record: Person, _ world: World) throws(StoreError) -> Person {
        try world.store.editPerson(record, by: world.signature)
    }

    public mutating func fieldLeft(_ id: String, _ world: World) {
        if id == "record.prs_IdentityNumber" { _ = filling.read(&form, as: "record", world) }
        AgeInForm.annotate(&form, as: "record", world)
        if Self.compared.contains(id) { findDuplicates(world) }
    }
}

/// Corrects what is recorded about a stay beside its dates, bed and exit.
public struct EditStayScreen: RecordEditScreen {
    public var form = Form()
    var record: Stay
    private let personCode: String

    public static let formName = "stay"
    /// Whose stay, and which.
    public var recordId: String { record.personId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Edit stay", "修改住宿记录") }
    var personId: String { record.personId }

    /// The form over a stay of a resident's page.
    public init(_ stay: Stay, _ page: ResidentPage, _ world: World) {
        record = stay
        personCode = page.person.personCode
        form.add(
            stay, as: "record", section: Phrase("Stay from ", "住宿，自") + stay.entryDate.phrase,
            [
                "priorLivingSituation", "lengthOfStayThere", "needs", "belongings",
                "relationshipToHoH", "houseRulesExplainedOn", "houseRulesLanguage",
                "plannedExitDate", "aftercare",
            ], world.language)
    }

    public static let bindings: [Binding<EditStayScreen>] = formBindings

    static func find(_ id: String, in page: ResidentPage) -> Stay? {
        page.stays.first { $0.stay.id == id }?.stay
    }

    func write(_ record: Stay, _ world: World) throws(StoreError) -> Stay {
        try world.store.editStay(record, by: world.signature)
    }
}

/// Sets the risk level of a case and its status; of a closed one, corrects reason and day. It is
/// closed and opened again by C on her page.
public struct EditCaseScreen: RecordEditScreen {
    public var form = Form()
    var record: Case

    public static let formName = "case"
    /// Whose case, and which.
    public var recordId: String { record.personId + "/" + record.id }
    public var draftTitle: String { record.caseCode }
    public var title: Phrase { Phrase("Case ", "个案 ") + Phrase(verbatim: record.caseCode) }
    var personId: String { record.personId }

    /// The form over a case of a resident's page.
    public init(_ file: Case, _ page: ResidentPage, _ world: World) {
        record = file
        form.add(
            file, as: "record", section: Phrase("Case", "个案"),
            [
                "riskLevel", "referralSource", "cas_ReasonForIncomingReferral",
                "vic_TraffickingStatus", "vic_TraffickingStatusDecisionMakingOrg", "cas_Status",
                "cas_ReasonForCaseClosure", "dateClosure",
            ], world.language)
        let statuses = CaseStatus.allCases.filter { $0.isClosed == file.cas_Status.isClosed }
        form.setChoices(
            "record.cas_Status", statuses.map { Choice(code: $0.rawValue, label: $0.label) },
            world.language)
        passOver()
    }

    public static let bindings: [Binding<EditCaseScreen>] = formBindings

    static func find(_ id: String, in page: ResidentPage) -> Case? {
        page.cases.first { $0.id == id }
    }

    func write(_ record: Case, _ world: World) throws(StoreError) -> Case {
        try world.store.editCase(record, by: world.signature)
    }

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    /// Only a closed case has a reason and a day; only an assessed one has somebody who decided.
    private mutating func passOver() {
        let status = form.textValue("record.cas_Status").flatMap(CaseStatus.init(rawValue:))
        let isOpen = status?.isClosed != true
        let open = Phrase("the case is open", "个案未结")
        form.skip("record.cas_ReasonForCaseClosure", because: isOpen ? open : nil)
        form.skip("record.dateClosure", because: isOpen ? open : nil)
        form.require("record.cas_ReasonForCaseClosure", !isOpen)
        let isAssessed =
            form.textValue("record.vic_TraffickingStatus") != TraffickingStatus.notAssessed.rawValue
        form.skip(
            "record.vic_TraffickingStatusDecisionMakingOrg",
            because: isAssessed ? nil : Phrase("not assessed", "未评估"))
    }
}

/// Adds or corrects a way to reach a resident: what is safe first, the number last.
public struct ContactScreen: RecordEditScreen {
    public var form = Form()
    var record: Contact
    let personId: String
    private let personCode: String
    private var duplicates = DuplicatePanel()

    public static let formName = "contact"
    /// Whose contact, and which; nothing after the stroke for a new one.
    public var recordId: String { personId + "/" + record.id }
    public var draftTitle: String { personCode }
    public var title: Phrase { Phrase("Safe contact", "安全联系方式") }
    private var isNew: Bool { record.id.isEmpty }

    /// The form over a contact; a new one when none is given.
    public init(_ contact: Contact?, _ page: ResidentPage, _ world: World) {
        personId = page.person.id
        personCode = page.person.personCode
        var contact = contact ?? Contact()
        contact.personId = personId
        record = contact
        form.add(
            contact, as: "record", section: Phrase("Whose", "谁的"),
            [
                "kind", "name", "relation", "mayBeTold",
            ], world.language)
        form.add(
            contact, as: "record", section: Phrase("What is safe", "怎样联系才安全"),
            [
                "mayCall", "mayText", "mayLeaveMessage", "hours", "whoMayAnswer", "persona",
                "codePhrase", "checkedOn",
            ], world.language)
        form.add(
            contact, as: "record", section: Phrase("Number", "号码"), ["phone"], world.language)
        passOver()
    }

    public static let bindings: [Binding<ContactScreen>] =
        formBindings + [
            Binding(.function(5), help: Phrase("same person?", "是否同一人"), footer: false) {
                screen, _ in screen.duplicates.open()
            }
        ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        let step = typeInForm(key, world)
        if form.focused?.id == "record.phone" { findDuplicates(world) }
        return step
    }

    /// Looks for those whose own number this is, too, once it was changed.
    private mutating func findDuplicates(_ world: World) {
        var current = form
        current.check(current.focus, world.fieldContext)
        guard current["record.phone"]?.isChanged == true,
            current.textValue("record.kind") == ContactKind.herself.rawValue
        else { return duplicates.rows = [] }
        var person = Person()
        person.stamp.id = personId
        duplicates.find(person, phone: current.textValue("record.phone"), world)
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        duplicates.draw(form, in: area, on: &canvas, world)
    }

    static func find(_ id: String, in page: ResidentPage) -> Contact? {
        page.contacts.first { $0.contact.id == id }?.contact
    }

    func write(_ record: Contact, _ world: World) throws(StoreError) -> Contact {
        isNew
            ? try world.store.addContact(record, by: world.signature)
            : try world.store.editContact(record, by: world.signature)
    }

    public mutating func fieldLeft(_ id: String, _ world: World) { passOver() }

    private mutating func passOver() {
        let isHerself = form.textValue("record.kind") == ContactKind.herself.rawValue
        let reason = isHerself ? Phrase("it is her own number", "是本人号码") : nil
        for name in ["name", "relation", "mayBeTold"] {
            form.skip("record." + name, because: reason)
        }
    }
}

extension CivilDate {
    /// The date in both languages: the same.
    var phrase: Phrase { Phrase(verbatim: iso) }
}
