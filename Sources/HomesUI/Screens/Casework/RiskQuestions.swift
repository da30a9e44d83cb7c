import HomesCore

/// Questions about risk as rows of a form: the ten of intake, or the whole bank.
enum RiskQuestions {
    private static func section(_ level: RiskItemLevel) -> Phrase {
        Phrase("Risk: ", "风险：") + level.label
    }

    /// The id of a question's row.
    static func id(_ factor: RiskFactor) -> String { "item." + factor.rawValue }

    /// The id of the row for what is noted to a question.
    static func noteId(_ factor: RiskFactor) -> String { id(factor) + ".note" }

    /// The question of a row or of its note; `nil` for other rows.
    static func factor(of id: String?) -> RiskFactor? {
        guard let id, id.hasPrefix("item.") else { return nil }
        let code = id.dropFirst("item.".count).prefix { $0 != "." }
        return RiskFactor(rawValue: String(code))
    }

    /// Adds questions, level by level.
    static func add(
        to form: inout Form, _ world: World, _ factors: [RiskFactor] = RiskFactor.atIntake,
        help: Phrase = Phrase(
            "1 yes, 2 no, 3 doesn't know, 4 declines", "1是 2否 3不清楚 4不愿答")
    ) {
        for level in RiskItemLevel.allCases {
            for factor in factors where factor.level == level {
                form.add(
                    id(factor), factor.label, .choice(YesNo.choices), section: section(level),
                    help: help, value: YesNo.notCollected.stored, world.language)
            }
        }
    }

    /// Passes over what her age answers.
    static func passOver(_ form: inout Form, _ birthdate: Birthdate?, _ world: World) {
        let isAdult = birthdate?.years(on: world.today).map { $0 >= 18 } ?? false
        form.skip(
            id(.under18), because: isAdult ? Phrase("she is 18 or over", "已满18岁") : nil)
    }

    /// Gives a question a row for a note under it, where there is none yet.
    static func addNote(to form: inout Form, _ factor: RiskFactor, _ world: World) {
        guard form[noteId(factor)] == nil,
            let index = form.rows.firstIndex(where: { $0.id == id(factor) })
        else { return }
        var extra = Form()
        extra.add(
            noteId(factor), Phrase("  note", "  备注"), .text(limit: 120),
            section: section(factor.level),
            help: Phrase("Her own words, who, since when", "她的原话、涉及谁、从何时起"),
            world.language)
        let focused = form.focused?.id
        form.rows.insert(contentsOf: extra.rows, at: index + 1)
        if let focused { form.focus(on: focused) }
    }

    /// The questions that were answered, with their notes.
    static func answers(_ form: Form) -> [RiskItem] {
        RiskFactor.byLevel.compactMap { factor in
            guard let row = form[id(factor)], row.skipped == nil,
                let answer = YesNo(stored: row.value), answer != .notCollected
            else { return nil }
            var item = RiskItem()
            item.code = factor
            item.level = factor.level
            item.answer = answer
            item.note = form.textValue(noteId(factor))
            return item
        }
    }
}

extension YesNo {
    /// The answer of a number key, full width or not: 1 yes, 0 or 2 no, 8 doesn't know, 9 prefers
    /// not to answer.
    init?(key: Character) {
        switch key.wholeNumberValue {
        case 1: self = .yes
        case 0, 2: self = .no
        case 8: self = .doesNotKnow
        case 9: self = .prefersNot
        default: return nil
        }
    }
}

extension ResidentPage {
    /// The last answer to a question, over all her assessments, with its day.
    func lastAnswer(to factor: RiskFactor) -> (item: RiskItem, on: CivilDate)? {
        for line in risks {
            if let item = line.items.first(where: {
                $0.code == factor && $0.answer != .notCollected
            }) {
                return (item, line.assessment.assessedOn)
            }
        }
        return nil
    }
}
