import HomesCore

public struct IntakeScreen: Screen {
    public init(_ world: World) {}
    public var title: Phrase { Phrase("x", "x") }
    public static let bindings: [Binding<IntakeScreen>] = []
    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: 0)
    }
}
