import HomesCore

public struct ProgrammeScreen: Screen {
    public init() {}
    public var title: Phrase { Phrase("x", "x") }
    public static let bindings: [Binding<ProgrammeScreen>] = []
    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: 0)
    }
}
