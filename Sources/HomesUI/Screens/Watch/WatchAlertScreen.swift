import HomesCore

/// What a worker does now, when what she saved is like somebody whom homes look out for. It says of
/// what kind he is, and neither who, nor where he is watched for, nor for whom: somebody may look
/// over her shoulder, and she may have been asked to type the name.
public struct WatchAlertScreen: Screen {
    let alerts: [WatchAlert]
    var page = PageView()

    /// The page for what a save has raised.
    public init(_ alerts: [WatchAlert]) { self.alerts = alerts }

    public var title: Phrase { Phrase("Before you go on", "请先阅读") }
    public var isPlace: Bool { false }

    public static let bindings: [Binding<WatchAlertScreen>] = [
        Binding(.enter, .character("q"), help: Phrase("I have read it", "已阅读")) { _, _ in .pop },
        Binding(
            .character("i"), help: Phrase("record an incident", "登记事件"),
            off: { _, world in world.may(.recordIncident) ? nil : Refusal.roleMayNot.label },
            run: { screen, world in
                .replace(IncidentFormScreen(world, kind: screen.incident))
            }),
    ]

    /// The incident that it would be.
    private var incident: IncidentClass {
        alerts.contains { $0.kind == .recruiter } ? .recruiterAtDoor : .threatByOutsider
    }

    public mutating func refresh(_ world: World) {
        page.lines = lines
    }

    private var lines: [PageLine] {
        var lines: [PageLine] = [
            .text(
                Phrase(
                    "It is saved. A name or number in it is like somebody homes look out for.",
                    "已保存。其中的姓名或电话与各家关注的人员相符或相近。"), .strong)
        ]
        for alert in alerts {
            lines.append(
                .text(
                    alert.kind.label + Phrase(": ", "：") + alert.likeness.label
                        + Phrase(". It may still be somebody else.", "，也可能并非同一人。"), .warning))
        }
        lines += [
            .blank,
            .heading(Phrase("Now", "现在请这样做")),
            .fact(
                Phrase("1", "1"),
                Phrase(
                    "Confirm nothing: not that she is here, was here, or that you know her. Say: "
                        + "“I cannot tell you who is here. Leave your number.”",
                    "什么都不要确认：不说她在这里、来过，也不说认识她。可以说：“这里有谁我不能说，请留下电话。”")),
            .fact(
                Phrase("2", "2"),
                Phrase(
                    "Is he at the door or on the way: keep it closed and call 110.",
                    "人在门口或正赶来：关好门，立即拨打110。"), .alarm),
            .fact(
                Phrase("3", "3"),
                Phrase(
                    "Call the manager of the home now, where nobody hears it. She has been told, too.",
                    "立即到无人听见处打电话给本家负责人。系统也已通知她。")),
        ]
        var number = 4
        for kind in WatchKind.allCases where alerts.contains(where: { $0.kind == kind }) {
            guard let advice = kind.advice else { continue }
            lines.append(.fact(Phrase(verbatim: String(number)), advice))
            number += 1
        }
        lines += [
            .blank,
            .text(
                Phrase(
                    "The manager decides what comes of it. Do not try other names to find out more: "
                        + "each is told to her, with who typed it.",
                    "后续由负责人处理。请勿试填其他姓名打听：每次均会连同填写人一并告知负责人。"), .dim),
        ]
        return lines
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        page.draw(in: area, on: &canvas, world)
    }
}

extension WatchKind {
    /// What one does with such a person beside what holds for all.
    fileprivate var advice: Phrase? {
        switch self {
        case .recruiter:
            Phrase(
                "Take no offer, paper or money from him, and place nobody there until the manager "
                    + "says so.",
                "不接受他的招工、证件或钱物；负责人同意前，不安排任何人去他那里。")
        case .impostor:
            Phrase(
                "Ask for name and office, and call that office back on a number you find yourself.",
                "问清姓名和单位，自行查找该单位电话回拨核实。")
        case .dangerousRelative:
            Phrase(
                "Take no message and no present for anybody, and agree on no time to come back.",
                "不代收口信和物品，也不约定再来的时间。")
        case .other: nil
        }
    }
}
