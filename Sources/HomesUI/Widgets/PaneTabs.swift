import HomesCore

/// The names of a screen's panes in one row; brackets, not only colour, mark the open one.
enum PaneTabs {
    /// Draws the row.
    static func draw(
        _ titles: [Phrase], active: Int, in area: Area, on canvas: inout Canvas, _ world: World
    ) {
        var column = area.column + 1
        for (index, title) in titles.enumerated() {
            let isActive = index == active
            let text = isActive ? "[" + world.text(title) + "]" : " " + world.text(title) + " "
            column += canvas.write(
                text, row: area.row, column: column, style: isActive ? .strong : .dim)
            column += 1
        }
    }
}
