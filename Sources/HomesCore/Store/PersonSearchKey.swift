/// What the resident list is filtered by.
enum PersonSearchKey {
    /// Names, pinyin and code, folded.
    static func make(person: Person) -> String {
        let names = [
            person.nameZh.text, person.prs_FirstName.text, person.prs_SecondName.text,
            person.namePinyin, person.alias.text,
        ].compactMap(\.self)
        return (names + [person.personCode]).joined(separator: " ").lowercased()
    }
}

/// What the employer list is filtered by.
enum EmployerSearchKey {
    /// Name and licence number, folded.
    static func make(employer: Employer) -> String {
        [employer.org_Name, employer.licenceNumber].compactMap(\.self)
            .joined(separator: " ").lowercased()
    }

    /// The words of a filter, folded the same way.
    static func words(_ text: String) -> [String] {
        EntryText.halfWidth(text).lowercased().split(separator: " ").map(String.init)
    }
}
