import HomesCore

public struct HomeBedsScreen: Screen {
    public init(home: Home, night: CivilDate) {}
    public var title: Phrase { Phrase("x", "x") }
    public static let bindings: [Binding<HomeBedsScreen>] = []
    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: 0)
    }
}
