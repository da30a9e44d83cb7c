import HomesCore

/// What a key did in a form.
public enum FormOutcome: Equatable, Sendable {
    /// The key is not the form's.
    case ignored
    /// Something changed or moved inside the field.
    case edited
    /// The focus left a field, which was checked.
    case left(id: String)
}

/// Typing and moving.
extension Form {
    /// Takes a key.
    public mutating func take(_ key: Key, _ context: FieldText.Context) -> FormOutcome {
        guard rows.indices.contains(focus) else { return .ignored }
        if takeTall(key) { return .edited }
        switch key {
        case .character(let character): insert(String(character))
        case .paste(let text): paste(text)
        case .backspace: deleteBackward()
        case .delete: deleteForward()
        case .left: caret = max(0, caret - 1)
        case .right: caret = min(rows[focus].text.count, caret + 1)
        case .home: caret = 0
        case .end: caret = rows[focus].text.count
        case .enter, .tab, .down: return move(by: 1, context)
        case .backTab, .up: return move(by: -1, context)
        case .pageDown: return move(toSection: 1, context)
        case .pageUp: return move(toSection: -1, context)
        default: return .ignored
        }
        return .edited
    }

    private mutating func insert(_ text: String) {
        clearGap()
        replaceAnswer()
        let characters = Array(rows[focus].text)
        let place = min(caret, characters.count)
        let joined = String(characters[..<place]) + text
        rows[focus].text = joined + String(characters[place...])
        // A combining mark joins the character before it, so the caret counts the joined text.
        caret = joined.count
        rows[focus].fault = nil
    }

    mutating func insertLine() { insert("\n") }

    /// Nothing in a paste is a key: line ends become blanks, except in a note.
    private mutating func paste(_ text: String) {
        var text = text
        if !rows[focus].kind.isNote {
            text = String(text.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
        }
        insert(text)
    }

    /// A short answer that was there when the field was entered is replaced by what is typed:
    /// nobody edits the word "Not collected" letter by letter, and a 0 typed over a fee of 300
    /// means no fee, not 3000. F8 brings it back; texts are edited where the caret stands.
    private mutating func replaceAnswer() {
        let row = rows[focus]
        // Text that could not be read is corrected in its place; an answer that was refused is not.
        guard row.kind.isReplacedByTyping, row.value != .null,
            row.fault == nil || row.isRead, row.text == entered,
            caret == row.text.count
        else { return }
        rows[focus].text = ""
        rows[focus].value = .null
        caret = 0
    }

    private mutating func clearGap() {
        guard rows[focus].text.isEmpty, case .text = rows[focus].value else { return }
        rows[focus].value = .null
    }

    private mutating func deleteBackward() {
        if rows[focus].text.isEmpty { clearGap() }
        var characters = Array(rows[focus].text)
        guard caret > 0, caret <= characters.count else { return }
        characters.remove(at: caret - 1)
        caret -= 1
        replaceText(characters)
    }

    private mutating func deleteForward() {
        var characters = Array(rows[focus].text)
        guard caret < characters.count else { return }
        characters.remove(at: caret)
        replaceText(characters)
    }

    private mutating func replaceText(_ characters: [Character]) {
        rows[focus].text = String(characters)
        rows[focus].fault = nil
        if characters.isEmpty { rows[focus].value = .null }
    }

    private mutating func move(by step: Int, _ context: FieldText.Context) -> FormOutcome {
        let old = focus
        check(old, context)
        var next = old + step
        while rows.indices.contains(next), rows[next].skipped != nil { next += step }
        enter(rows.indices.contains(next) ? next : old)
        return .left(id: rows[old].id)
    }

    private mutating func move(toSection step: Int, _ context: FieldText.Context) -> FormOutcome {
        let old = focus
        check(old, context)
        var starts: [Int] = []
        for index in rows.indices where index == 0 || rows[index].section != rows[index - 1].section
        {
            starts.append(index)
        }
        let target = step > 0 ? starts.first { $0 > old } : starts.last { $0 < old }
        enter(target ?? (step > 0 ? rows.count - 1 : 0))
        return .left(id: rows[old].id)
    }

    /// Looks again where the focus goes to from a field, once it is known which fields are needed.
    mutating func goOn(from old: Int, by step: Int) {
        var next = old + step
        while rows.indices.contains(next), rows[next].skipped != nil { next += step }
        if rows.indices.contains(next), next != focus { enter(next) }
    }

    /// Checks the focused field and goes to the next, after a choice from a list.
    public mutating func advance(_ context: FieldText.Context) -> FormOutcome {
        move(by: 1, context)
    }

    /// F6: doesn't know, declined, not collected. False when the field has no such answers.
    public mutating func cycleGap() -> Bool {
        guard let row = focused, row.allowsGap else { return false }
        var current = Gap.notCollected
        if row.text.isEmpty || isGapLabel(row), case .text(let code) = row.value,
            let gap = Gap(rawValue: String(code.drop { $0 == "#" }))
        {
            current = gap
        }
        setGap(current.next(in: row.kind), at: focus)
        caret = 0
        return true
    }

    private func isGapLabel(_ row: FormRow) -> Bool {
        if case .text(let code) = row.value { Gap(rawValue: code) != nil } else { false }
    }

    /// F8: the text as it was when the field was entered; again: what the file has.
    public mutating func undoInField(_ language: Language) {
        guard rows.indices.contains(focus) else { return }
        if rows[focus].text != entered {
            rows[focus].text = entered
            rows[focus].fault = nil
        } else {
            put(rows[focus].stored, at: focus, language)
            entered = rows[focus].text
        }
        caret = rows[focus].text.count
    }

    /// F4: the value of the record saved before. False when there is none.
    public mutating func repeatPrevious(_ language: Language) -> Bool {
        guard let row = focused, let value = previous[row.id] else { return false }
        put(value, at: focus, language)
        return true
    }
}

extension FormRow {
    /// Whether the text says what the value is: a fault is then about the answer, not about how it
    /// was typed.
    fileprivate var isRead: Bool {
        Language.allCases.contains { FieldText.editable(value, kind, $0) == text }
    }
}

extension Gap {
    /// The next one that a field has: some lists have only "not collected".
    fileprivate func next(in kind: FieldKind) -> Gap {
        guard case .choice(let choices) = kind else { return next }
        var gap = next
        while gap != .notCollected, !choices.contains(where: { $0.code == gap.rawValue }) {
            gap = gap.next
        }
        return gap
    }
}

extension FieldKind {
    /// Whether the first key typed in a field begins its answer anew.
    fileprivate var isReplacedByTyping: Bool {
        switch self {
        case .integer, .date, .approximateDate: true
        default: FieldText.choices(of: self) != nil
        }
    }
}
