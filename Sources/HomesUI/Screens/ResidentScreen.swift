import HomesCore

public struct ResidentScreen: Screen {
    public init(personId: String) {}
    public var title: Phrase { Phrase("x", "x") }
    public static let bindings: [Binding<ResidentScreen>] = []
    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: 0)
    }
}
