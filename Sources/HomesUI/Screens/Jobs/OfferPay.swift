import HomesCore

extension PayAnHour {
    /// How it is shown: an hour under the minimum wage is nothing to overlook.
    var style: Style {
        switch isUnderMinimum {
        case true: .alarm
        case false: .good
        case nil: .plain
        }
    }

    /// The formula with its figures, and the minimum wage beside it.
    var shortLines: [PageLine] {
        [.text(formula, style), .text(minimumPhrase)]
    }

    /// All of it: what counts as nothing, and where the formula comes from.
    var lines: [PageLine] {
        var lines = shortLines
        if !assumedNone.isEmpty, netFen != nil {
            lines.append(
                .text(
                    Phrase("Not known, counted as nothing: ", "尚不清楚，暂按零计：")
                        + Phrase.listed(assumedNone), .warning))
        }
        return lines + [.text(source, .dim)]
    }

    /// The formula in one row; the minimum wage behind it where there is room.
    func drawLine(row: Int, in area: Area, on canvas: inout Canvas, _ world: World) {
        let used = canvas.write(
            world.text(formula), row: row, column: area.column + 1, style: style,
            width: area.width - 2)
        guard let least = minimumMonthFen else { return }
        let yuan = PayAnHour.yuan(least)
        let beside = world.text(
            Phrase("minimum there \(yuan)", "当地最低\(yuan)元"))
        let column = area.column + used + 3
        guard column + Canvas.columns(of: beside) < area.column + area.width else { return }
        canvas.write(beside, row: row, column: column, style: .plain)
    }
}

extension OfferPage {
    /// What is still to be asked, by whom to ask.
    var questionLines: [PageLine] {
        guard !questions.isEmpty else {
            return [.text(Phrase("Nothing is left to ask.", "没有待问事项。"))]
        }
        var lines: [PageLine] = [
            .text(Phrase("P prints these to take along.", "按 P 打印以下待问事项，随身带上。"), .dim)
        ]
        for askedOf in AskedOf.allCases {
            let own = questions.filter { $0.fact.askedOf == askedOf }
            guard !own.isEmpty else { continue }
            lines.append(.heading(askedOf.label))
            lines += own.map { question in
                let codes = question.rules.map(\.rawValue).joined(separator: " ")
                return .text(question.text + Phrase(verbatim: "  " + codes))
            }
        }
        return lines
    }
}
