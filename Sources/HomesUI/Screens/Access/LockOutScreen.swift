import HomesCore

/// The quick lock-out: somebody is at the door, or a password was forced out of a worker. Nobody
/// opens the records then until two recovery shares come together.
public struct LockOutScreen: Screen {
    private var typed = ""
    private static let word = Phrase("lock out", "锁定")

    /// An empty line.
    public init() {}

    public var title: Phrase { Phrase("Lock everybody out", "紧急锁定") }
    public var isPlace: Bool { false }
    public var takesText: Bool { true }

    public static let bindings: [Binding<LockOutScreen>] = [
        Binding(.enter, help: Phrase("do it", "执行")) { screen, world in screen.lockOut(world) }
    ]

    private func lockOut(_ world: World) -> Step {
        if typed.isEmpty { return .popSaying(.plain(Phrase("Nothing was done.", "未作改动。"))) }
        let folded = SearchFold.fold(typed)
        guard Language.allCases.contains(where: { folded == SearchFold.fold(Self.word($0)) })
        else {
            return .say(
                .warning(
                    Phrase("That is not ", "输入的不是 ") + Self.word
                        + Phrase(". Type it, or Esc to go back.", "。请重新输入，或按 Esc 返回。")))
        }
        switch world.attempt({ () throws(StoreError) in
            try world.store.lockOut(by: world.signature)
        }) {
        case .success: return .signOff
        case .failure(let error): return .refused(error)
        }
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
        let lines: [(Phrase, Style)] = [
            (
                Phrase(
                    "Now: everybody signs in with her password.", "现在：大家凭各自密码登录。"), .plain
            ),
            (
                Phrase(
                    "Then: nobody signs in, here or elsewhere; who is signed in is signed off within "
                        + "two seconds. The records stay. Two of the three recovery shares restore "
                        + "access (`homes recover`).",
                    "之后：任何地方都无法登录，已登录者两秒内退出。记录仍在。三份恢复份额中的两份可恢复访问。"),
                .plain
            ),
            (
                Phrase("Type ", "输入 ") + Self.word
                    + Phrase(" and Enter to do it; Esc goes back:", " 并回车以执行；Esc 返回："), .strong
            ),
        ]
        var row = area.row + 1
        for (phrase, style) in lines {
            for line in TextLines.wrap(world.text(phrase), width: area.width - 4) {
                canvas.write(line, row: row, column: area.column + 2, style: style)
                row += 1
            }
            row += 1
        }
        canvas.writeTyped(typed, row: row, column: area.column + 2, width: area.width - 4)
    }
}
