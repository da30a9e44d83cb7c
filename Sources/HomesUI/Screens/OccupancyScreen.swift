import HomesCore

public struct OccupancyScreen: Screen {
    public init() {}
    public init(province: Province, night: CivilDate) {}
    public var title: Phrase { Phrase("x", "x") }
    public static let bindings: [Binding<OccupancyScreen>] = []
    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: 0)
    }
}
