import HomesCore

/// The keys of the screen below, each line runnable.
public struct HelpScreen: Screen {
    /// A line of help: a key of the screen below, or one that works everywhere.
    struct Line: Sendable {
        let id: String
        let key: Key
        let keys: String
        let help: Phrase
        let off: Phrase?
    }

    let below: Phrase
    var list: ListView<Line>

    /// Help over a screen.
    public init(over screen: any Screen, _ world: World) {
        below = screen.title
        list = ListView(
            id: { $0.id },
            searchKey: {
                SearchKey.make(names: [$0.help.chinese, $0.help.english], codes: [$0.keys])
            })
        list.show(HelpScreen.lines(of: screen, world))
    }

    static func lines(of screen: any Screen, _ world: World) -> [Line] {
        let own = screen.bindingRows(world).compactMap { row -> Line? in
            guard let key = row.keys.first else { return nil }
            let keys = row.keys.map { world.text($0.name) }.joined(separator: " ")
            return Line(id: "own\(row.index)", key: key, keys: keys, help: row.help, off: row.off)
        }
        let everywhere = ShellKeys.all.enumerated().map { index, entry in
            Line(
                id: "all\(index)", key: entry.keys[0],
                keys: entry.keys.map { world.text($0.name) }.joined(separator: " "),
                help: entry.help, off: entry.isForStaff && world.session == nil ? signIn : nil)
        }
        return own + everywhere
    }

    private static let signIn = Phrase("sign in first", "请先登录")

    public var title: Phrase { Phrase("Help: ", "帮助：") + below }
    public var takesText: Bool { list.isFiltering }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<HelpScreen>] = [
        Binding(.enter, help: Phrase("run it", "执行此项")) { screen, _ in
            screen.list.selected.map { .runBelow($0.key) } ?? .pop
        },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        list.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            [
                ListColumn(Phrase("Key", "按键"), width: 14) { line, _ in line.keys },
                ListColumn(Phrase("What it does", "作用"), width: 0) { line, world in
                    line.off.map { world.text(line.help) + " - " + world.text($0) }
                        ?? world.text(line.help)
                },
            ], in: area, on: &canvas, world, empty: Phrase("No keys.", "没有按键。"))
    }
}

/// The keys that work on every screen.
public enum ShellKeys {
    /// One of them.
    public struct Entry: Sendable {
        /// The keys that do it.
        public let keys: [Key]
        /// What it does.
        public let help: Phrase
        /// Whether it does nothing before somebody has signed in.
        public var isForStaff = false
        /// What the status line calls it where there is room; `nil` where it is not shown.
        public var short: Phrase?
    }

    /// All of them, in the order of help.
    public static let all: [Entry] = [
        Entry(keys: [.function(1), .character("?")], help: Phrase("help for this screen", "本屏帮助")),
        Entry(
            keys: [.function(9), .character(":")], help: Phrase("find a command or jump", "命令与跳转"),
            isForStaff: true, short: Phrase("go to", "跳转")),
        Entry(
            keys: [.escape, .control("c")], help: Phrase("up one level", "返回上一级"),
            short: Phrase("back", "返回")),
        Entry(
            keys: [.character("-")], help: Phrase("back to the last place", "回到上一处"),
            isForStaff: true),
        Entry(
            keys: [.function(8), .character("u")],
            help: Phrase("undo the last saved change", "撤销上次保存"), isForStaff: true),
        Entry(
            keys: [.function(12)], help: Phrase("cover the screen now", "立即遮盖屏幕"),
            short: Phrase("cover", "遮盖")),
        Entry(
            keys: [.control("k")],
            help: Phrase("lock everybody out, asks first", "紧急锁定，先询问"), isForStaff: true),
        Entry(keys: [.function(7)], help: Phrase("中文 / English", "中文 / English")),
        Entry(keys: [.control("l")], help: Phrase("draw the screen again", "重画屏幕")),
        Entry(keys: [.control("z")], help: Phrase("cover and suspend", "遮盖并挂起")),
    ]
}
