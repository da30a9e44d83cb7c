import Foundation
import HomesUI

/// Screens as recorded texts.
public enum Golden {
    /// What must hold of every screen: the one cursor is on it, at the focus, on a whole character,
    /// and every row is as wide as the canvas.
    public static func faults(_ canvas: Canvas) -> [String] {
        var faults: [String] = []
        if let cursor = canvas.cursor {
            if let cell = canvas.cell(row: cursor.row, column: cursor.column) {
                if cell.isTrailing { faults.append("the cursor is on half a character") }
                if let fault = focusFault(canvas, cursor) { faults.append(fault) }
            } else {
                faults.append("the cursor is off the screen: \(cursor)")
            }
        } else {
            faults.append("no cursor")
        }
        for row in 0..<canvas.height {
            let width = canvas.row(row).reduce(0) { $0 + Int($1.width) }
            if width != canvas.width { faults.append("row \(row) is \(width) columns wide") }
        }
        return faults
    }

    /// The cursor stands at the caret of the field that is typed in, or on the first character of
    /// the row that is selected and carries `>`; on a page that is only read, where reading begins.
    static func focusFault(_ canvas: Canvas, _ cursor: Position) -> String? {
        let line = Array(canvas.row(cursor.row))
        if line[cursor.column].style == .inputFocused { return nil }
        if let mark = mark(in: line, before: cursor.column) {
            let first = line.indices.first { $0 > mark && line[$0].scalar != " " }
            return cursor.column == first
                ? nil : "the cursor is not on the first character of the selected row"
        }
        let rows = (0..<canvas.height).map { Array(canvas.row($0)) }
        if rows.contains(where: { row in row.contains { $0.style == .inputFocused } }) {
            return "the cursor is not in the field that is typed in"
        }
        if rows.contains(where: { mark(in: $0, before: canvas.width) != nil }) {
            return "the cursor is not on the row that is selected"
        }
        let first = line.indices.first { line[$0].scalar != " " }
        return cursor.column == first ? nil : "the cursor is not where reading begins"
    }

    /// The `>` of a selected row.
    private static func mark(in line: [Cell], before column: Int) -> Int? {
        line.indices.last { $0 < column && line[$0].scalar == ">" && line[$0].style == .selected }
    }

    /// Compares a text with the recorded one of a file, or records it.
    ///
    /// - Parameter folder: Where goldens of this kind are, under `Tests`.
    /// - Returns: What differs; `nil` when nothing does.
    public static func compare(
        _ text: String, _ file: String, in folder: String = "HomesUITests/Goldens"
    ) -> String? {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(folder)
        let url = folder.appendingPathComponent(file)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            do {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url)
                return nil
            } catch {
                return "cannot be recorded: \(error)"
            }
        }
        guard let recorded = try? String(contentsOf: url, encoding: .utf8) else {
            return "is not recorded yet; run with RECORD=1 and read what comes out"
        }
        if recorded == text { return nil }
        let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
        guard let first else { return "differs in length: \(old.count), now \(new.count) lines" }
        return "line \(first.offset + 1) was\n  \(first.element.0)\nand is\n  \(first.element.1)"
    }
}
