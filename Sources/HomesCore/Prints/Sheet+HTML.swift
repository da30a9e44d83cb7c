extension Sheet {
    /// One file that a browser prints or makes a PDF of. No script, no link, no picture, no font of
    /// its own: it fetches nothing, and its content policy says so to the browser too.
    public func html(_ language: SheetLanguage) -> String {
        let writer = SheetHTML(language: language)
        // The browser shows it in its title bar, and may print it on the paper's edge.
        let name =
            isDiscreet
            ? mark?.discreet ?? ""
            : [language.line(title), mark?.serial ?? ""].joined(separator: " ")
        let body = blocks.map { writer.block($0) }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="\(SheetHTML.tag(language.languages[0]))">
            <head>
            <meta charset="UTF-8"/>
            <meta http-equiv="Content-Security-Policy" content="\(SheetHTML.policy)"/>
            <meta name="referrer" content="no-referrer"/>
            <title>\(writer.escaped(name))</title>
            <style>
            @page { size: \(paper.rawValue); margin: \(paper == .a4 ? "14mm" : "6mm"); }
            \(SheetHTML.style)
            </style>
            </head>
            <body class="\(paper.rawValue.lowercased())">
            <table class="sheet">
            <thead><tr><td>
            \(head(writer))
            </td></tr></thead>
            <tbody><tr><td>
            \(body)
            </td></tr></tbody>
            </table>
            </body>
            </html>

            """
    }

    /// The head of a table comes again on every page that a browser prints; so this does.
    private func head(_ writer: SheetHTML) -> String {
        if isDiscreet, let mark {
            return "<p class=\"mark\">\(writer.escaped(mark.discreet))</p>"
        }
        var lines = ["<p class=\"serial\">\(writer.escaped(mark?.serial ?? ""))</p>"]
        if title != Phrase(verbatim: "") { lines.append("<h1>\(writer.inline(title))</h1>") }
        if subtitle != Phrase(verbatim: "") {
            lines.append("<p class=\"subtitle\">\(writer.inline(subtitle))</p>")
        }
        guard let mark else {
            lines.append(writer.paragraphs(Sheet.unprinted, "mark"))
            return lines.joined(separator: "\n")
        }
        lines.append(writer.paragraphs(mark.phrase, "mark"))
        return lines.joined(separator: "\n")
    }
}

/// Writes blocks as HTML that is well-formed XML too. Every text is escaped here and nowhere else.
struct SheetHTML {
    let language: SheetLanguage

    static let policy = "default-src 'none'; style-src 'unsafe-inline'"

    /// The fonts are whatever the computer calls these: naming one would tell what is installed.
    static let style = """
        body { font-family: sans-serif; font-size: 11pt; line-height: 1.4; margin: 0; }
        body.a6 { font-size: 8pt; line-height: 1.25; }
        h1 { font-size: 1.4em; margin: 0; }
        h2 { font-size: 1.1em; margin: 1em 0 0.2em; page-break-after: avoid; }
        p { margin: 0.3em 0; }
        p, table.facts td, table.rows td { white-space: pre-line; }
        p.serial { float: right; margin: 0; font-family: monospace; }
        p.subtitle { margin: 0; }
        p.mark { margin: 0 0 0.4em; font-size: 0.85em; }
        table { border-collapse: collapse; width: 100%; }
        table.sheet > thead > tr > td { border-bottom: 1px solid; padding: 0; }
        table.sheet > tbody > tr > td { padding: 0; }
        table.rows th, table.rows td { border: 1px solid; padding: 0.15em 0.4em; }
        table.facts td { padding: 0.1em 0.6em 0.1em 0; vertical-align: top; }
        table.facts td.label { width: 32%; }
        table.rows td, table.rows th { text-align: left; vertical-align: top; }
        table.rows .right { text-align: right; }
        table.facts tr, table.rows tr, div.panel, p.sign { page-break-inside: avoid; }
        p.line { border-bottom: 1px solid; margin-top: 1.4em; }
        p.sign { border-bottom: 1px solid; margin-top: 2.6em; }
        p.sign span.date { float: right; width: 30%; }
        div.panel { border: 1px dashed; padding: 0.6em; width: 44%; float: left; min-height: 4.5em; }
        body.a6 div.panel { width: auto; float: none; }
        div.end { clear: both; page-break-after: always; }
        div.panels { overflow: hidden; }
        div.folded { display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 1fr; }
        div.folded div.panel { width: auto; float: none; }
        """

    /// The tag of a language (BCP 47).
    static func tag(_ language: Language) -> String {
        switch language {
        case .english: "en"
        case .chinese: "zh-Hans"
        }
    }

    // MARK: Text

    /// A text in which nothing is markup, nothing is executed and nothing turns the direction.
    func escaped(_ text: String) -> String {
        var result = ""
        for scalar in HostileText.marked(text, lines: true).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text on one line; where both languages are printed, each says which it is.
    func inline(_ phrase: Phrase) -> String { tagged(phrase).joined(separator: " / ") }

    /// What stands before a line to write on.
    private func labelled(_ label: Phrase) -> String {
        label == Phrase(verbatim: "") ? "" : inline(label + SheetLayout.colon)
    }

    /// A text in each language, one paragraph each.
    func paragraphs(_ phrase: Phrase, _ kind: String? = nil) -> String {
        let start = kind.map { "<p class=\"\($0)\">" } ?? "<p>"
        return tagged(phrase).map { start + $0 + "</p>" }.joined(separator: "\n")
    }

    private func tagged(_ phrase: Phrase) -> [String] {
        let languages = language.languages
        guard languages.count > 1, phrase.english != phrase.chinese else {
            return [escaped(phrase(languages[0]))]
        }
        return languages.map {
            "<span lang=\"\(SheetHTML.tag($0))\">\(escaped(phrase($0)))</span>"
        }
    }

    // MARK: Blocks

    func block(_ block: SheetBlock) -> String {
        switch block {
        case .heading(let text): "<h2>\(inline(text))</h2>"
        case .paragraph(let text): paragraphs(text)
        case .facts(let facts):
            element("table", "facts") {
                facts.map { fact in
                    "<tr><td class=\"label\">\(inline(fact.label))</td>"
                        + "<td>\(inline(fact.value))</td></tr>"
                }
            }
        case .table(let table): rows(table)
        case .checks(let checks):
            checks.map { "<p>\($0.isTicked ? "☒" : "☐") \(inline($0.text))</p>" }
                .joined(separator: "\n")
        case .writing(let labels):
            labels.map { "<p class=\"line\">\(labelled($0))&#160;</p>" }.joined(separator: "\n")
        case .question(let text):
            "<p>\(inline(text))</p>\n<p class=\"line\">&#160;</p>"
        case .signatures(let names):
            names.map { name in
                "<p class=\"sign\">\(labelled(name))<span class=\"date\">"
                    + "\(labelled(Phrase("Date", "日期")))</span></p>"
            }.joined(separator: "\n")
        case .panels(let panels) where language.languages.count > 1:
            element("div", "panels folded") {
                panels.flatMap { panel in language.languages.map { side(panel, $0) } }
            }
        case .panels(let panels):
            element("div", "panels") {
                panels.map { panel in
                    element("div", "panel") {
                        [panel.title.map { "<h2>\(inline($0))</h2>" }].compactMap(\.self)
                            + panel.lines.map { paragraphs($0) }
                    }
                }
            }
        case .newPage: "<div class=\"end\"></div>"
        }
    }

    /// A part of a card in one language; the other stands beside it, across the fold.
    private func side(_ panel: SheetPanel, _ language: Language) -> String {
        let alone = SheetHTML(language: SheetLanguage(language))
        let tag = SheetHTML.tag(language)
        return
            (["<div class=\"panel\" lang=\"\(tag)\">"]
            + [panel.title.map { "<h2>\(alone.inline($0))</h2>" }].compactMap(\.self)
            + panel.lines.map { alone.paragraphs($0) } + ["</div>"]).joined(separator: "\n")
    }

    private func rows(_ table: SheetTable) -> String {
        func row(_ cells: [Phrase], _ name: String) -> String {
            let shown = cells.enumerated().map { index, cell in
                let isRight =
                    table.columns.indices.contains(index)
                    && table.columns[index].alignment == .trailing
                return "<\(name)\(isRight ? " class=\"right\"" : "")>\(inline(cell))</\(name)>"
            }
            return "<tr>" + shown.joined() + "</tr>"
        }
        return element("table", "rows") {
            ["<thead>" + row(table.columns.map(\.label), "th") + "</thead>", "<tbody>"]
                + table.rows.map { row($0, "td") } + ["</tbody>"]
        }
    }

    private func element(_ name: String, _ kind: String, _ parts: () -> [String]) -> String {
        (["<\(name) class=\"\(kind)\">"] + parts() + ["</\(name)>"]).joined(separator: "\n")
    }
}
