import HomesCore

/// Those who may be the woman at the door: open one's page, or admit her again instead of making a
/// second file.
struct DuplicateListScreen: Screen {
    static let question = "duplicate"

    var list = ListView<DuplicateRow>(id: { $0.personId })
    /// The code of the one already taken as the same person.
    let known: String?
    /// Whether the form is about somebody who is in the file: then two files may be hers.
    let isInFile: Bool

    init(_ rows: [DuplicateRow], known: String?, isInFile: Bool = false) {
        self.known = known
        self.isInFile = isInFile
        list.show(rows)
    }

    var title: Phrase { Phrase("Same person?", "是否同一人？") }
    var hint: Phrase? {
        if isInFile {
            return Phrase(
                "Two files of one woman? o opens the other; M there merges them.",
                "是否同一人的两份档案？o 打开另一份，在其页面按 M 合并。")
        }
        return known.map {
            Phrase("Taken as \($0). n: somebody else.", "已认定为\($0)。按 n 改为另一人。")
        } ?? Phrase("Esc: none of them is she; the intake goes on.", "Esc：都不是，继续登记。")
    }

    var isPlace: Bool { false }

    static let bindings: [Binding<DuplicateListScreen>] = [
        Binding(
            .enter, help: Phrase("it is she: admit again", "是同一人，再次入住"),
            off: { screen, _ in screen.whyNotAgain },
            run: { screen, _ in
                screen.list.selected.map {
                    .answer(.chosen(question: DuplicateListScreen.question, code: $0.personId))
                } ?? .stay
            }),
        Binding(.character("o"), help: Phrase("open her page", "打开她的页面")) { screen, _ in
            screen.list.selected.map { .push(ResidentScreen(personId: $0.personId)) } ?? .stay
        },
        Binding(
            .character("n"), help: Phrase("somebody else", "是另一人"),
            off: { screen, _ in
                screen.known == nil ? Phrase("Nobody was taken for her.", "尚未认定为某人。") : nil
            },
            run: { _, _ in .answer(.confirmed(question: DuplicateListScreen.question)) }),
    ]

    private var whyNotAgain: Phrase? {
        if isInFile {
            return Phrase("She has a file already: o opens the other.", "她已有档案：按 o 打开另一份。")
        }
        guard let row = list.selected else { return Phrase("Nobody is listed.", "列表为空。") }
        return row.isHere ? Phrase("She is here now: o opens her page.", "她正在住：按 o 打开页面。") : nil
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Code", "编号"), width: 12) { row, _ in row.personCode },
                ListColumn(Phrase("Init.", "缩写"), width: 6) { row, _ in row.initials ?? "" },
                ListColumn(Phrase("Born", "出生"), width: 6) { row, _ in row.birthYear ?? "" },
                ListColumn(Phrase("Here", "在住"), width: 5) { row, world in
                    row.isHere ? world.text(Phrase("yes", "是")) : ""
                },
                ListColumn(Phrase("Why", "原因"), width: 0) { row, world in
                    var why = row.reasons.map(\.label)
                    if row.birthdateAgrees == true {
                        why.append(Phrase("same birth date", "出生日期相符"))
                    }
                    if row.birthdateAgrees == false {
                        why.append(Phrase("other birth date", "出生日期不符"))
                    }
                    return world.text(Phrase.listed(why))
                },
            ], in: area, on: &canvas, world,
            empty: Phrase("Nobody like her is known here.", "本家没有相似的人。"))
    }
}
