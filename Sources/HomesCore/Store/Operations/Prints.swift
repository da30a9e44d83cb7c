import GRDB

extension HomesStore {
    /// A sheet as it would be printed, without serial: to look at on the screen.
    ///
    /// - Throws: as `printSheet`.
    public func previewSheet(
        _ request: SheetRequest, by signature: Signature
    ) throws(StoreError) -> Sheet {
        let kind = try Sheets.existing(request.sheet)
        try mayPrint(kind, request, signature)
        return try kind.make(SheetDesk(store: self, request: request, signature: signature)).sheet
    }

    /// Prints a sheet: the journal has the entry, whose number becomes the serial, before the text
    /// is given out. A journal that cannot be written prints nothing.
    ///
    /// - Parameter second: That somebody else has just typed her password, where the sheet needs
    ///   it.
    /// - Throws: `noSuchRecord` for a sheet or a woman that is not there, of another home or
    ///   sealed; `refused`: `roleMayNot`, `caseIsClosed`, `needsTwoPersons`, `passwordNeeded`.
    public func printSheet(
        _ request: SheetRequest, second: PasswordProof? = nil, by signature: Signature
    ) throws(StoreError) -> PrintedSheet {
        let kind = try Sheets.existing(request.sheet)
        try mayPrint(kind, request, signature)
        let content = try kind.make(
            SheetDesk(store: self, request: request, signature: signature))
        let expiresOn = signature.today.adding(days: kind.daysValid)
        let (number, who) = try perform(kind.operation, signature) { op in
            let table = kind.subject.table
            let personId = try op.db.subject(of: kind, request, signature)
            if kind.needsSecond {
                try op.confirm(
                    by: second, .confirmCopy, at: signature.homeId, about: personId)
            }
            try op.journal(
                .print, table,
                kind.subject == .offer ? request.recordId : personId ?? signature.homeId,
                about: personId, field: kind.id,
                new: "\(expiresOn.iso) \(request.language.rawValue)")
            guard let number = op.lastNumber else { throw StoreError.damaged }
            for other in content.persons where other != personId {
                try op.journal(.print, table, signature.homeId, about: other, field: kind.id)
            }
            return (number, try op.db.fetch(User.self, id: signature.userId)?.displayName ?? "")
        }
        var sheet = content.sheet
        let serial = SheetSerial(journal: signature.journal, number: number)
        sheet.mark = SheetMark(
            serial: serial.text, who: who, at: signature.at,
            offsetMinutes: signature.offsetMinutes, expiresOn: expiresOn, isHers: kind.isHers)
        return PrintedSheet(
            sheet: sheet, language: request.language, serial: serial, expiresOn: expiresOn,
            fileName: "\(kind.id)-\(signature.journal)-\(number)")
    }

    /// Asks the policy table before anything is read.
    private func mayPrint(
        _ kind: SheetKind, _ request: SheetRequest, _ signature: Signature
    ) throws(StoreError) {
        try read(by: signature) { db in _ = try db.subject(of: kind, request, signature) }
    }
}

extension SheetKind {
    /// What the journal calls printing it.
    fileprivate var operation: OperationName { action == .copyFile ? .copyFile : .printSheet }
}

extension SheetKind.Subject {
    /// The table of what it is about.
    fileprivate var table: String {
        switch self {
        case .person: Person.table
        case .home: Home.table
        case .offer: JobOffer.table
        }
    }
}

extension Database {
    /// Whom a sheet is about, if the signer may print it; `nil` for a sheet of the home.
    fileprivate func subject(
        of kind: SheetKind, _ request: SheetRequest, _ signature: Signature
    ) throws -> String? {
        switch kind.subject {
        case .home:
            try require(kind.action, at: signature.homeId, signature)
            return nil
        case .offer:
            try require(kind.action, at: nil, signature)
            _ = try existing(JobOffer.self, request.recordId ?? "")
            return nil
        case .person:
            return try own(
                Person.self, request.personId ?? "", signature, for: kind.action
            ).id
        }
    }
}
