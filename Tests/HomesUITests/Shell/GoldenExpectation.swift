import HomesCore
import HomesUI
import TestSupport
import Testing

extension Journey {
    /// Compares the screen, text, styles and cursor, with the recorded one in
    /// `Tests/HomesUITests/Goldens/NAME.en.80x24.txt`, in the language the journey is in. With
    /// `RECORD=1` it is recorded instead. Its first line names the kind of screen.
    ///
    /// - Parameter kind: What is seen where that is not the screen on top: the cover.
    mutating func expectGolden(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)], kind: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let kind = kind ?? ScreenKinds.name(of: shell.top)
        for (width, height) in sizes {
            let canvas = canvas(width: width, height: height)
            let file = "\(name).\(world.language.rawValue).\(width)x\(height).txt"
            for fault in Golden.faults(canvas) {
                Issue.record("\(file): \(fault)", sourceLocation: sourceLocation)
            }
            if let fault = Golden.compare("screen \(kind)\n" + canvas.golden(), file) {
                Issue.record("\(file): \(fault)", sourceLocation: sourceLocation)
            }
        }
    }

    /// Compares a screen in both languages: the one that keys lead to from a user's first screen,
    /// or from a screen opened above it.
    static func expectGoldens(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)],
        as userName: String? = "lin", at now: Instant? = nil,
        opening screen: ((World) -> any Screen)? = nil, _ keys: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for language in Language.allCases {
            var journey = try Journey(
                as: userName, language: language, at: now, opening: screen)
            journey.press(keys)
            journey.expectGolden(name, sizes: sizes, sourceLocation: sourceLocation)
        }
    }
}
