import HomesCore

extension ListView {
    /// Draws the list and, below it, what is said of the selected row, as far as there is room.
    ///
    /// - Parameters:
    ///   - detail: What is said; drawn at the foot of the area.
    ///   - least: How many rows the list keeps, its head among them.
    ///   - most: How many rows the detail may take.
    func draw(
        _ columns: [ListColumn<Row>], over detail: PageView, least: Int, most: Int = .max,
        in area: Area, on canvas: inout Canvas, _ world: World, empty: Phrase
    ) {
        let rows = min(
            detail.height(world, width: area.width), max(0, area.height - least), most)
        draw(
            columns,
            in: Area(
                row: area.row, column: area.column, width: area.width, height: area.height - rows),
            on: &canvas, world, empty: empty)
        detail.draw(
            in: Area(
                row: area.row + area.height - rows, column: area.column, width: area.width,
                height: rows), on: &canvas, world, focused: false)
    }
}

extension Area {
    /// The area without its last row.
    var withoutLastRow: Area {
        Area(row: row, column: column, width: width, height: max(0, height - 1))
    }
}
