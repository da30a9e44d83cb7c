import HomesCore

/// One rule in full: what it asks for, what it says here, the article, what to ask, what follows.
public struct OfferRuleScreen: Screen {
    let finding: OfferFinding
    var page: PageView

    /// A rule with what it found.
    public init(_ finding: OfferFinding) {
        self.finding = finding
        page = PageView(finding.pageLines)
    }

    public var title: Phrase { Phrase(verbatim: finding.code.rawValue) }
    public static let bindings: [Binding<OfferRuleScreen>] = []

    public mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        page.draw(in: area, on: &canvas, world)
    }
}

/// Why nobody may be placed on an offer, rule by rule; the form below keeps its text.
public struct OfferRefusalScreen: Screen {
    var page: PageView

    /// A refusal by the rules that stop every placement.
    public init(_ findings: [OfferFinding], personCode: String) {
        var lines: [PageLine] = [
            .text(
                Phrase(
                    "\(personCode) cannot be placed on this offer. Nothing was saved.",
                    "不能将\(personCode)安排到此岗位。未作保存。"), .alarm),
            .blank,
        ]
        for finding in findings { lines += finding.pageLines + [.blank] }
        lines.append(
            .text(
                Phrase(
                    "If the facts of the offer are wrong, correct the offer; what you typed here is "
                        + "kept. If they are right, help her find another job.",
                    "如招工信息有误，请更正后再试，已输入内容会保留；如属实，请帮她另找工作。")))
        page = PageView(lines)
    }

    public var title: Phrase { Phrase("Refused", "不予安排") }

    public var isPlace: Bool { false }

    public static let bindings: [Binding<OfferRefusalScreen>] = [
        Binding(.enter, help: Phrase("go back", "返回")) { _, _ in .pop }
    ]

    public mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        page.draw(in: area, on: &canvas, world)
    }
}

extension OfferFinding {
    /// The rule in full.
    var pageLines: [PageLine] {
        let rule = OfferRules.all.first { $0.code == code }
        var lines: [PageLine] = [
            .text(Phrase(verbatim: code.rawValue + " ") + title, .heading),
            .fact(Phrase("Result", "结果"), mark + Phrase(": ", "：") + said, style),
            .fact(Phrase("Law", "法律依据"), article),
            .fact(Phrase("In force from", "施行日期"), Phrase(verbatim: effectiveFrom.iso)),
        ]
        if let rule { lines.append(.fact(Phrase("What to ask", "应问"), rule.question)) }
        lines.append(.fact(Phrase("If it fails", "不通过时"), consequence))
        lines.append(.text(OfferRules.disclaimer, .dim))
        return lines
    }

    private var consequence: Phrase {
        code.blocksPlacement
            ? Phrase(
                "Nobody is placed on this offer, and nobody can set that aside.",
                "不得安排任何人，任何人都不能放行。")
            : Phrase(
                "A placement needs a written reason and a supervisor beside the worker.",
                "如要安排，须写明理由，并由督导共同确认。")
    }
}
