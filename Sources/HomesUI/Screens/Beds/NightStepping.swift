import HomesCore

/// A screen that shows one night and can step to any other: `<` `>` a night, `{` `}` four weeks,
/// `g` a date, `t` tonight.
protocol NightScreen: Screen {
    /// The night asked for; `nil` is tonight, whatever the day.
    var askedNight: CivilDate? { get set }
}

extension NightScreen {
    /// The question that `g` asks.
    static var nightQuestion: String { "night" }

    /// The night shown.
    func night(_ world: World) -> CivilDate { askedNight ?? world.today }

    /// Shows another night.
    mutating func show(night: CivilDate, _ world: World) -> Step {
        guard night.year >= 1990, night.year <= 2099 else {
            return .say(.warning(Phrase("The year must be 1990 to 2099.", "年份应在1990至2099之间。")))
        }
        askedNight = night == world.today ? nil : night
        refresh(world)
        return .stay
    }

    /// Takes the answer to `g`; `nil` when the answer is to another question.
    mutating func receiveNight(_ answer: Answer, _ world: World) -> Step? {
        guard case .date(Self.nightQuestion, let date) = answer else { return nil }
        return show(night: date, world)
    }

    private static func stepping(
        _ key: Key, _ days: Int, _ help: Phrase, footer: Bool = false
    ) -> Binding<Self> {
        Binding(key, help: help, footer: footer) { screen, world in
            screen.show(night: screen.night(world).adding(days: days), world)
        }
    }

    /// The keys that step.
    static var nightBindings: [Binding<Self>] {
        [
            stepping(.character("<"), -1, Phrase("night before", "前一夜"), footer: true),
            stepping(.character(">"), 1, Phrase("night after", "后一夜"), footer: true),
            stepping(.character("{"), -28, Phrase("four weeks back", "四周前")),
            stepping(.character("}"), 28, Phrase("four weeks on", "四周后")),
            Binding(.character("g"), help: Phrase("date", "日期")) { _, world in
                .push(
                    PromptScreen(
                        question: nightQuestion, title: Phrase("Go to a night", "查看某夜"),
                        ask: Phrase("Night (t, t-1, 2007-03-05)", "日期（t、t-1、2007-03-05）"),
                        kind: .date, world.language))
            },
            Binding(.character("t"), help: Phrase("tonight", "今晚"), footer: false) {
                screen, world in screen.show(night: world.today, world)
            },
        ]
    }
}

extension OccupancyFigures {
    /// `34/40  6 free  0 held  85.0 % in use`: numbers first.
    var line: Phrase {
        let percent =
            percent.map { Phrase(verbatim: $0.description + " % ") }
            ?? Phrase("occupancy n/a", "入住率不适用")
        return Phrase(
            "\(occupied)/\(bedsInService)  \(free) free  \(held) held  ",
            "\(occupied)/\(bedsInService)  空\(free)  预留\(held)  ")
            + percent + (band?.label ?? Phrase(verbatim: ""))
    }
}
