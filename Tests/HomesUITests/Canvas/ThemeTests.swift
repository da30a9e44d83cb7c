import HomesUI
import Testing

@Suite struct `Themes` {
    /// Relative luminance as WCAG 2.1 defines it.
    private func luminance(_ colour: Int) throws -> Double {
        let (red, green, blue) = try #require(Look.components(colour))
        let linear = [red, green, blue].map { value -> Double in
            let part = Double(value) / 255
            return part <= 0.03928 ? part / 12.92 : power24((part + 0.055) / 1.055)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// `x` to the power of 2.4, without a mathematics library: x² times the fifth root of x².
    private func power24(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
        }
        return square * root
    }

    private func contrast(_ look: Look) throws -> Double {
        let first = try luminance(#require(look.foreground))
        let second = try luminance(#require(look.background))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    @Test(arguments: [(Theme.light, 4.5), (.dark, 4.5), (.contrast, 7)])
    func `every style of a coloured theme can be read`(theme: Theme, least: Double) throws {
        for style in Style.allCases {
            let ratio = try contrast(theme.look(of: style))
            #expect(ratio >= least, "\(theme) \(style): \(ratio)")
        }
    }

    @Test func `a contrast that is too low is found`() throws {
        #expect(try contrast(Theme.light.look(of: .plain)) > 20)
        #expect(try abs(luminance(244) - 0.2159) < 0.001)
    }

    @Test func `eight colours never hide a text`() throws {
        for theme in [Theme.light, .dark, .contrast] {
            for style in Style.allCases {
                let look = theme.look(of: style)
                let front = try Look.nearestOfEight(#require(look.foreground))
                let back = try Look.nearestOfEight(#require(look.background))
                #expect(front != back, "\(theme) \(style)")
            }
        }
    }

    @Test func `no colour means none`() {
        for style in Style.allCases {
            let look = Theme.mono.look(of: style)
            #expect(look.foreground == nil && look.background == nil)
        }
        #expect(Theme.mono.look(of: .selected) != Theme.mono.look(of: .plain))
    }

    @Test func `every ornament has one ASCII column`() {
        for ornament: Unicode.Scalar in ["…", "─", "│", "▁", "█", "·", "→"] {
            #expect(Ornament.ascii(ornament)?.isASCII == true)
        }
        #expect(Ornament.ascii("王") == nil)
    }
}
