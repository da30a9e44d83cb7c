import HomesCore
import HomesUI
import Testing

/// Typing in a form without a screen around it.
@Suite struct FormTests {
    private let context = FieldText.Context(
        today: CivilDate(iso: "2007-06-15") ?? CivilDate(dayNumber: 0), dateOrder: .dayMonth,
        language: .english)

    private func form(_ kind: FieldKind, _ value: StoredValue, required: Bool = false) -> Form {
        var form = Form()
        form.add(
            "field", Phrase("Field", "项目"), kind, section: Phrase("Part", "部分"),
            required: required, value: value, .english)
        return form
    }

    private func type(_ keys: String, in form: inout Form) {
        for key in Key.parse(keys) { _ = form.take(key, context) }
    }

    @Test func `the caret of a new form stands behind what its first field holds`() {
        var form = form(.text(limit: 20), .text("Lin"))
        #expect(form.unsavedTexts.isEmpty)
        type("g", in: &form)
        #expect(form.focused?.text == "Ling")
    }

    @Test func `a day or an answer that is there is replaced by what is typed`() {
        var day = form(.date, .text("2007-06-15"))
        type("t-1<Enter>", in: &day)
        #expect(day.dateValue("field")?.iso == "2007-06-14")
        var answer = form(.choice(YesNo.choices), YesNo.notCollected.stored)
        type("1<Enter>", in: &answer)
        #expect(answer.textValue("field") == YesNo.yes.rawValue)
    }

    @Test func `a day is changed in places after the caret has moved`() {
        var day = form(.date, .text("2007-06-15"))
        type("<Left><Right><BS>4<Enter>", in: &day)
        #expect(day.dateValue("field")?.iso == "2007-06-14")
    }

    @Test func `an empty text is missing where one is needed`() {
        var form = form(.text(limit: 20), .text(""), required: true)
        #expect(form.checkAll(context).count == 1)
    }
}
