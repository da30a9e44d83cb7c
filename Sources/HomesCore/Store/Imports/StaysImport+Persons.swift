import GRDB

/// Who a row of an imported file is about, as far as it says.
struct ImportedPerson {
    var code: String?
    var nameZh: String?
    var birthdate: Birthdate?
    /// As stored: half-width, without spaces.
    var identityNumber: String?

    /// The number in its other forms: an old card has 15 digits of the 18.
    var identityForms: [String] {
        guard let identityNumber else { return [] }
        var forms = [identityNumber]
        if let longer = IdentityNumber.upgraded(identityNumber) { forms.append(longer) }
        let characters = Array(identityNumber)
        if characters.count == 18, characters[6] == "1", characters[7] == "9" {
            forms.append(String(characters[..<6] + characters[8..<17]))
        }
        return forms
    }
}

extension ImportReading {
    /// Who the row is about.
    mutating func person(_ home: Home?) -> ImportedPerson {
        var person = ImportedPerson()
        person.code = personCode(home)
        person.nameZh = text("nameZh", limit: 60, required: false)
        person.birthdate = birthdate("birthdate")
        person.identityNumber = identityNumber()
        guard let number = person.identityNumber else { return person }
        let said = IdentityNumber.read(number, today: context.today)
        for problem in said.faults where problem != .fifteenDigits {
            warning("identityNumber", .identity(problem))
        }
        if let born = said.birthdate, said.isSound, let written = person.birthdate,
            !(written.earliest...written.latest).contains(born)
        {
            warning("birthdate", .numberSaysOtherwise)
        }
        return person
    }

    private mutating func identityNumber() -> String? {
        guard let typed = text("identityNumber", limit: 30, required: false) else { return nil }
        let number = IdentityNumber.normalised(typed)
        // 3.41226E+17: a spreadsheet took the number for a quantity and its end is lost.
        if number.contains("E"), number.contains("+") || number.contains(".") {
            fault("identityNumber", .roundedNumber)
            return nil
        }
        return number.isEmpty ? nil : number
    }

    /// A person's code; one that begins like a home's must be this home's, so that the home's
    /// next code can be counted.
    private mutating func personCode(_ home: Home?) -> String? {
        guard let cell = cell("personCode", required: false) else { return nil }
        let code = EntryText.halfWidth(cell).uppercased()
        let bytes = Array(code.utf8)
        let signs = Set("-./_".utf8)
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
        var isGood =
            bytes.count <= 20 && bytes.first.map { isDigit($0) || isLetter($0) } == true
            && bytes.allSatisfy { isDigit($0) || isLetter($0) || signs.contains($0) }
        let looksLikeHomes =
            isGood && bytes.count > 5 && bytes[..<2].allSatisfy(isLetter)
            && bytes[2..<5].allSatisfy(isDigit) && bytes[5] == 0x2D
        if looksLikeHomes {
            let number = bytes[6...]
            isGood = (1...6).contains(number.count) && number.allSatisfy(isDigit)
            if let home, !code.hasPrefix(home.homeCode.filter { $0 != "-" } + "-") {
                isGood = false
            }
        }
        guard isGood else {
            fault("personCode", .personCodeForm)
            return nil
        }
        return code
    }
}

extension IdentityNumber.Reading {
    /// Whether what the number says may be taken over.
    var isSound: Bool { faults.allSatisfy(\.isWarning) }
}

extension Database {
    /// The person a row means: by her code; else by her identity number; else by name and birth
    /// date, within the home. `nil` for one who is not there yet, or with a fault noted.
    func personMeant(by row: StayRow, _ reading: inout ImportReading) throws -> Person? {
        let wanted = row.person
        let numbered = try personNumbered(wanted, in: row.home)
        if let code = wanted.code {
            guard let person = try fetchAll(Person.self, "personCode = ?", [code]).first else {
                if numbered != nil { reading.warning("identityNumber", .numberUnderAnotherCode) }
                return nil
            }
            guard person.homeId == row.home.id, !person.stamp.isVoided, person.sealedAt == nil
            else {
                reading.fault("personCode", .personCodeOfAnotherHome)
                return nil
            }
            for column in wanted.columnsThatDiffer(from: person) {
                reading.fault(column, .personDiffers)
            }
            return person
        }
        if let numbered {
            if let name = wanted.nameZh, let known = numbered.nameZh.text,
                SearchFold.fold(name) != SearchFold.fold(known)
            {
                reading.warning("nameZh", .nameDiffers)
            }
            return numbered
        }
        return try personNamed(row, &reading)
    }

    private func personNumbered(_ wanted: ImportedPerson, in home: Home) throws -> Person? {
        for number in wanted.identityForms {
            let found = try fetchValid(
                Person.self, "prs_IdentityNumber = ? AND homeId = ? AND sealedAt IS NULL",
                [number, home.id])
            if let person = found.first { return person }
        }
        return nil
    }

    /// By name and birth date. With neither number nor birth date only a stay that is the same in
    /// everything is hers.
    private func personNamed(_ row: StayRow, _ reading: inout ImportReading) throws -> Person? {
        let wanted = row.person
        let name = wanted.nameZh
        guard let born = wanted.birthdate?.stored ?? wanted.birthdateOfNumber else {
            guard wanted.identityNumber == nil else { return nil }
            return try fetchValid(
                Person.self,
                """
                sealedAt IS NULL AND homeId = ?1 AND nameZh IS ?2 AND prs_Birthdate IS NULL AND EXISTS (
                  SELECT 1 FROM stay s JOIN bedAssignment a ON a.stayId = s.id
                  WHERE s.personId = person.id AND s.voidedAt IS NULL AND s.entryDate = ?3
                    AND s.exitDate IS ?4 AND a.bedId = ?5 AND a.voidedAt IS NULL)
                """, [row.home.id, name, row.entry.iso, row.exit?.iso, row.bed.id]
            ).first
        }
        guard let name else {
            return try fetchValid(
                Person.self,
                """
                sealedAt IS NULL AND homeId = ?1 AND nameZh IS NULL AND prs_Birthdate = ?2 AND EXISTS (
                  SELECT 1 FROM stay s JOIN bedAssignment a ON a.stayId = s.id
                  WHERE s.personId = person.id AND s.voidedAt IS NULL AND s.entryDate = ?3
                    AND s.exitDate IS ?4 AND a.bedId = ?5 AND a.voidedAt IS NULL)
                """, [row.home.id, born, row.entry.iso, row.exit?.iso, row.bed.id]
            ).first
        }
        let found = try fetchValid(
            Person.self, "homeId = ? AND nameZh = ? AND prs_Birthdate = ? AND sealedAt IS NULL",
            [row.home.id, name, born]
        ).filter { $0.prs_IdentityNumber.text == nil || wanted.identityNumber == nil }
        if found.count > 1 { reading.fault("nameZh", .severalPersons) }
        return found.first
    }
}

extension ImportedPerson {
    /// The birth date that the number says, where it may be taken over.
    fileprivate var birthdateOfNumber: String? {
        guard let identityNumber else { return nil }
        let said = IdentityNumber.read(identityNumber)
        return said.isSound ? said.birthdate?.iso : nil
    }

    /// The columns that say another thing about a person than her record does.
    fileprivate func columnsThatDiffer(from person: Person) -> [String] {
        var columns: [String] = []
        if let nameZh, let known = person.nameZh.text,
            SearchFold.fold(nameZh) != SearchFold.fold(known)
        {
            columns.append("nameZh")
        }
        if let birthdate, let text = person.prs_Birthdate.text, let known = Birthdate(stored: text),
            birthdate.latest < known.earliest || birthdate.earliest > known.latest
        {
            columns.append("birthdate")
        }
        if let known = person.prs_IdentityNumber.text, identityNumber != nil,
            !identityForms.contains(known)
        {
            columns.append("identityNumber")
        }
        return columns
    }
}

extension Operation {
    /// A new person of the row's home; the identity number fills what it says.
    mutating func makePerson(_ row: StayRow) throws -> Person {
        let said = row.person
        var person = Person()
        person.homeId = row.home.id
        person.personCode = try said.code ?? db.nextPersonCode(row.home)
        person.nameZh = Told(said.nameZh)
        person.prs_Birthdate = Told(said.birthdate?.stored ?? said.birthdateOfNumber)
        if let number = said.identityNumber {
            let reading = IdentityNumber.read(number, today: today)
            person.prs_IdentityNumber = .said(number)
            if let form = reading.form { person.idDocumentType = form.documentType }
            if reading.isSound {
                if let sex = reading.sex {
                    person.prs_Gender = sex == .female ? .feminine : .masculine
                }
                if let region = reading.regionCode, Regions.isKnown(region) {
                    person.hukouCounty = .said(region)
                }
            }
        }
        try complete(&person)
        return try insert(person.normalised, about: nil)
    }
}
