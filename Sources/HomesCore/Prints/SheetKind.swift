/// A kind of sheet: what is on it, who may print it and how long the paper may be there.
public struct SheetKind: Sendable {
    /// What a sheet is about.
    public enum Subject: Sendable {
        /// One woman.
        case person
        /// The home the signer works in.
        case home
        /// A job offer: nobody in particular.
        case offer
    }

    /// Its name in the journal and in the file's name: `roster`.
    public let id: String
    /// What people call it.
    public let title: Phrase
    /// What it is about.
    public let subject: Subject
    /// How many days after the day of printing the paper may be there.
    public let daysValid: Int
    /// Whether it is the woman's to keep.
    public let isHers: Bool
    /// What the policy table calls printing it.
    public let action: StaffAction
    /// Whether it takes a second person's password.
    public let needsSecond: Bool
    /// Whether she may take it to another program: then it is written as CSV, too.
    public let isPortable: Bool
    private static let usualAction: [Subject: StaffAction] = [
        .person: .printSheet, .home: .printList, .offer: .seeEmployers,
    ]
    /// Reads what stands on it.
    let make: @Sendable (SheetDesk) throws(StoreError) -> SheetContent

    init(
        _ id: String, _ title: Phrase, about subject: Subject, daysValid: Int,
        isHers: Bool = false, action: StaffAction? = nil, needsSecond: Bool = false,
        isPortable: Bool = false,
        make: @escaping @Sendable (SheetDesk) throws(StoreError) -> SheetContent
    ) {
        self.id = id
        self.title = title
        self.subject = subject
        self.daysValid = daysValid
        self.isHers = isHers
        self.action = action ?? SheetKind.usualAction[subject] ?? .printList
        self.needsSecond = needsSecond
        self.isPortable = isPortable
        self.make = make
    }
}

/// What is to be printed.
public struct SheetRequest: Equatable, Sendable {
    /// The sheet's id.
    public var sheet: String
    /// Whom it is about; `nil` for a sheet of the home.
    public var personId: String?
    /// The record of hers it is about, where she may have several, `nil` for the latest; or the
    /// offer.
    public var recordId: String?
    /// The night of a bed board; `nil` for tonight.
    public var night: CivilDate?
    /// In which language.
    public var language: SheetLanguage

    /// What is to be printed.
    public init(
        _ sheet: String, about personId: String? = nil, record recordId: String? = nil,
        night: CivilDate? = nil, in language: SheetLanguage = .chinese
    ) {
        self.sheet = sheet
        self.personId = personId
        self.recordId = recordId
        self.night = night
        self.language = language
    }
}

/// What a sheet is made from. It reads through the store's own operations, which ask the policy
/// table and write down who looked.
struct SheetDesk {
    let store: HomesStore
    let request: SheetRequest
    let signature: Signature

    /// The day of printing.
    var today: CivilDate { signature.today }

    /// The home it is about.
    func home() throws(StoreError) -> Home {
        guard let code = signature.homeCode, let home = try store.home(code: code) else {
            throw .noSuchRecord
        }
        return home
    }

    /// Her page.
    func page() throws(StoreError) -> ResidentPage {
        guard let personId = request.personId else { throw .noSuchRecord }
        return try store.residentPage(personId, by: signature)
    }
}

/// A sheet, and whom it shows.
struct SheetContent {
    var sheet: Sheet
    /// Whom it shows with more than a code and initials, beside the one it is about: each gets an
    /// entry of her own in the journal.
    var persons: [String] = []

    /// A sheet, and whom it shows.
    init(_ sheet: Sheet, persons: [String] = []) {
        self.sheet = sheet
        self.persons = persons
    }
}

/// A sheet that may be given out: it is in the journal.
public struct PrintedSheet: Equatable, Sendable {
    /// The sheet with its mark.
    public let sheet: Sheet
    /// In which language.
    public let language: SheetLanguage
    /// The number on it.
    public let serial: SheetSerial
    /// The last day on which the paper may be there.
    public let expiresOn: CivilDate
    /// Its name as a file, without ending: the kind and the number, nothing else.
    public let fileName: String

    /// As plain text.
    public var text: String { sheet.text(language) }
    /// As HTML.
    public var html: String { sheet.html(language) }
    /// As CSV.
    public var csv: String { sheet.csv(language) }
}
