import HomesCore

/// What an identity number fills in by itself, offline: birth date, sex, kind of paper, home
/// county. What somebody has typed is never overwritten; what an earlier reading of the number
/// filled in is, and goes again when the number no longer says it.
struct IdentityFilling: Equatable, Sendable {
    private var filled: [String: StoredValue] = [:]

    /// Reads the number of a form and fills what follows from it.
    ///
    /// - Parameter prefix: The record's prefix in the form.
    /// - Returns: What is odd about the number, which blocks nothing; `nil` when it is good.
    mutating func read(
        _ form: inout Form, as prefix: String = "person", _ world: World
    ) -> Phrase? {
        let id = prefix + ".prs_IdentityNumber"
        guard let text = form.textValue(id), text.first != "#" else {
            form.annotate(id)
            fill(&form, prefix, [], world)
            return nil
        }
        let reading = IdentityNumber.read(text, today: world.today)
        let fault = reading.faults.first { !$0.isWarning } ?? reading.faults.first
        form.annotate(id, note: fault?.message ?? Phrase("the check fits", "校验码相符"))
        // A digit that is wrong may be one of the birth date: nothing is taken from such a number.
        let isGood = reading.faults.allSatisfy(\.isWarning)
        fill(&form, prefix, isGood ? values(reading) : [], world)
        return fault?.message
    }

    /// What a number says, by field.
    private func values(_ reading: IdentityNumber.Reading) -> [(String, StoredValue)] {
        var values: [(String, StoredValue)] = []
        if let kind = reading.form { values.append(("idDocumentType", kind.documentType.stored)) }
        if let date = reading.birthdate { values.append(("prs_Birthdate", .text(date.iso))) }
        if let sex = reading.sex {
            let gender: Gender = sex == .female ? .feminine : .masculine
            values.append(("prs_Gender", gender.stored))
        }
        if let region = reading.regionCode, Regions.name(code: region) != nil {
            values.append(("hukouCounty", .text(region)))
        }
        return values
    }

    private mutating func fill(
        _ form: inout Form, _ prefix: String, _ values: [(String, StoredValue)], _ world: World
    ) {
        let said = Set(values.map { prefix + "." + $0.0 })
        for (id, old) in filled where id.hasPrefix(prefix + ".") && !said.contains(id) {
            if form.value(id) == old, let row = form[id] {
                form.set(id, row.stored, world.language)
                form.annotate(id)
            }
            filled[id] = nil
        }
        for (name, value) in values {
            let id = prefix + "." + name
            if let old = filled[id], form.value(id) == old {
                form.set(id, value, world.language)
            } else {
                form.suggest(id, value, world.language)
            }
            if form.value(id) == value { filled[id] = value }
        }
    }
}

/// Her age, as a form knows it.
enum AgeInForm {
    /// The birth date typed so far; `nil` when there is none.
    static func birthdate(_ form: Form, as prefix: String = "person") -> Birthdate? {
        form.textValue(prefix + ".prs_Birthdate").flatMap { Birthdate(stored: $0) }
    }

    /// Says the age beside the birth date, to the month, with the date on which the next age rule
    /// ends.
    ///
    /// - Returns: The sentence; `nil` without a birth date.
    @discardableResult
    static func annotate(
        _ form: inout Form, as prefix: String = "person", _ world: World
    ) -> Phrase? {
        let notice = birthdate(form, as: prefix).flatMap { AgeRules.next($0, on: world.today) }
        form.annotate(prefix + ".prs_Birthdate", note: notice?.phrase)
        return notice?.phrase
    }
}
