import HomesUI

/// A screen as a picture for papers and web pages: scalable, selectable text, no font inside.
struct ScreenPicture {
    let canvas: Canvas
    var theme = Theme.dark

    private static let cell = (width: 10, height: 20)
    private static let baseline = 15

    /// The picture as SVG 1.1.
    func svg(title: String) -> String {
        let (width, height) = ScreenPicture.cell
        let size = (canvas.width * width, canvas.height * height)
        let fonts = "'DejaVu Sans Mono','Noto Sans Mono CJK SC','Sarasa Mono SC',monospace"
        var svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.0) \(size.1)" \
            width="\(size.0)" height="\(size.1)" role="img" font-family="\(fonts)" font-size="16">
            <title>\(ScreenPicture.escaped(title))</title>
            <rect width="100%" height="100%" fill="\(colours(.plain).background)"/>

            """
        for row in 0..<canvas.height { svg += line(row) }
        return svg + "</svg>\n"
    }

    /// The runs of one style in a row: a rectangle and a text each.
    private func line(_ row: Int) -> String {
        let cells = canvas.row(row)
        var svg = ""
        var column = 0
        while column < cells.count {
            let style = cells[cells.startIndex + column].style
            var end = column
            var text = String.UnicodeScalarView()
            while end < cells.count, cells[cells.startIndex + end].style == style {
                append(cells[cells.startIndex + end], to: &text)
                end += 1
            }
            svg += run(String(text), style, row: row, from: column, to: end)
            column = end
        }
        return svg
    }

    private func append(_ cell: Cell, to text: inout String.UnicodeScalarView) {
        guard !cell.isTrailing else { return }
        text.append(cell.scalar)
        for index in 0..<cell.markCount {
            if let mark = cell.mark(index) { text.append(mark) }
        }
    }

    private func run(_ text: String, _ style: Style, row: Int, from: Int, to: Int) -> String {
        let (width, height) = ScreenPicture.cell
        let (x, y) = (from * width, row * height)
        let look = colours(style)
        var svg = ""
        if look.background != colours(.plain).background {
            svg += """
                <rect x="\(x)" y="\(y)" width="\((to - from) * width)" height="\(height)" \
                fill="\(look.background)"/>

                """
        }
        guard text.contains(where: { $0 != " " }) else { return svg }
        let bold = theme.look(of: style).attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
        return svg + """
            <text x="\(x)" y="\(y + ScreenPicture.baseline)" textLength="\((to - from) * width)" \
            lengthAdjust="spacingAndGlyphs" fill="\(look.foreground)"\(bold) \
            xml:space="preserve">\(ScreenPicture.escaped(text))</text>

            """
    }

    private func colours(_ style: Style) -> (foreground: String, background: String) {
        let look = theme.look(of: style)
        let front = ScreenPicture.hex(look.foreground ?? 253)
        let back = ScreenPicture.hex(look.background ?? 234)
        return look.attributes.contains(.reverse) ? (back, front) : (front, back)
    }

    private static func hex(_ colour: Int) -> String {
        let (red, green, blue) = Look.components(colour) ?? (0, 0, 0)
        return "#"
            + [red, green, blue].map { part in
                let text = String(part, radix: 16)
                return text.count < 2 ? "0" + text : text
            }.joined()
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}
