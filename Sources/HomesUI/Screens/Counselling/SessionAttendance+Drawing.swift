import HomesCore

extension SessionAttendance {
    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        list.draw(
            columns(width: area.width), in: area, on: &canvas, world,
            empty: Phrase("No resident is here.", "目前没有入住人员。"),
            cell: cell == .name ? nil : column(of: cell))
    }

    /// The column of a cell: with one woman there is no number of women.
    private func column(of cell: Cell) -> Int {
        isIndividual ? max(1, cell.rawValue - 1) : cell.rawValue
    }

    private func columns(width: Int) -> [ListColumn<Line>] {
        var columns: [ListColumn<Line>] = [
            ListColumn(Phrase("", ""), width: 3) { line, _ in
                line.isResident ? (line.isTicked ? "[x]" : "[ ]") : ""
            },
            ListColumn(Phrase("Who", "参加者"), width: min(36, width - 30)) { line, world in
                switch line.who {
                case .resident(_, let code, let name): code + "  " + name
                case .band(let band):
                    world.text(Phrase("without a name: ", "未留姓名：") + band.label)
                }
            },
        ]
        if !isIndividual {
            columns.append(
                ListColumn(Phrase("Women", "人数"), width: 5, right: true) { line, _ in
                    line.isResident || line.count == 0 ? "" : String(line.count)
                })
        }
        columns += [
            ListColumn(Phrase("Before", "前测"), width: 6, right: true) { line, _ in
                line.before.map(String.init) ?? ""
            },
            ListColumn(Phrase("After", "后测"), width: 6, right: true) { line, _ in
                line.after.map(String.init) ?? ""
            },
        ]
        return columns
    }
}
