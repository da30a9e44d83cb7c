import HomesCore

/// The recovery shares, shown once: each is copied by hand onto a paper of its own, and one word of
/// it is typed back before the next.
public struct SharesScreen: Screen {
    private let shares: [ShareWords]
    private let account: Account
    private var number = 0
    private var typed = ""

    /// The shares of a new programme.
    public init(_ shares: [ShareWords], _ account: Account) {
        self.shares = shares
        self.account = account
    }

    public var title: Phrase {
        Phrase("Recovery share \(number + 1) of 3", "恢复份额 \(number + 1)/3")
    }
    public var isPlace: Bool { false }
    public var takesText: Bool { true }
    public var hint: Phrase? {
        Phrase("Write the words down, then type word \(wanted).", "抄下各词后，输入第\(wanted)个词。")
    }

    /// Which word is typed back: another one for each share.
    private var wanted: Int { [7, 12, 18][number % 3] }

    public static let bindings: [Binding<SharesScreen>] = [
        Binding(.enter, help: Phrase("next", "下一步")) { screen, world in screen.next(world) },
        Binding(.escape, .control("c"), help: Phrase("the one before", "上一份")) { screen, _ in
            guard screen.number > 0 else {
                return .say(
                    .warning(
                        Phrase(
                            "These words are shown once. Write them down first.",
                            "这些词只显示一次，请先抄下。")))
            }
            screen.number -= 1
            screen.typed = ""
            return .stay
        },
    ]

    private mutating func next(_ world: World) -> Step {
        guard shares[number].isWord(typed, at: wanted) else {
            typed = ""
            return .say(
                .warning(
                    Phrase(
                        "That is not word \(wanted) of this share. Look at your paper.",
                        "这不是本份额的第\(wanted)个词。请核对抄写。")))
        }
        typed = ""
        if number + 1 < shares.count {
            number += 1
            return .stay
        }
        return SignInScreen.enter(account, homeId: nil, world)
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        switch key {
        case .character(let character): typed.append(character)
        case .backspace: typed = String(typed.dropLast())
        default: return .ignored
        }
        return .stay
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let text = Phrase(
            "Any two of the three shares restore access when passwords are lost; one alone gives "
                + "nothing. Copy each onto its own paper and give it to another person.",
            "密码遗失时，三份中任意两份即可恢复访问；单独一份无用。请每份抄在一张纸上，交不同的人保管。")
        var row = area.row
        for line in TextLines.wrap(world.text(text), width: area.width - 4) {
            canvas.write(line, row: row, column: area.column + 2)
            row += 1
        }
        row += 1
        let columnWidth = max(14, (area.width - 2) / 4)
        let words = shares[number].words(world.language)
        for (index, word) in words.enumerated() {
            let place = index + 1
            canvas.write(
                (place < 10 ? " " : "") + "\(place) " + word, row: row + index / 4,
                column: area.column + 2 + index % 4 * columnWidth, style: .strong,
                width: columnWidth - 1)
        }
        row += (words.count + 3) / 4 + 1
        let ask = Phrase("Word \(wanted): ", "第\(wanted)个词：")
        let used = canvas.write(
            world.text(ask), row: row, column: area.column + 2, style: .strong)
        canvas.writeTyped(
            typed, row: row, column: area.column + 2 + used, width: area.width - used - 4)
    }
}
