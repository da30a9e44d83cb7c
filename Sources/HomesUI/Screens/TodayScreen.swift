import HomesCore

public struct TodayScreen: Screen {
    public init() {}
    public var title: Phrase { Phrase("x", "x") }
    public static let bindings: [Binding<TodayScreen>] = []
    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: 0)
    }
}
