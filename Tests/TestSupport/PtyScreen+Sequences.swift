extension PtyScreen {
    /// `ESC [`, an optional private mark, parameters, intermediates, a final byte.
    public struct ControlSequence: Equatable {
        var mark: UInt8?
        var parameters: [Int?] = []
        var intermediates: [UInt8] = []
        var final: UInt8 = 0

        /// A count or a coordinate: missing and 0 mean 1.
        func count(_ index: Int = 0) -> Int {
            guard parameters.indices.contains(index), let value = parameters[index], value > 0
            else { return 1 }
            return min(value, 10_000)
        }

        /// A selector: missing means 0.
        func selector(_ index: Int = 0) -> Int {
            parameters.indices.contains(index) ? parameters[index] ?? 0 : 0
        }
    }

    mutating func csi(_ sequence: ControlSequence) {
        guard sequence.intermediates.isEmpty else { return }
        if sequence.mark == 0x3F { return setModes(sequence) }
        guard sequence.mark == nil else { return }
        if sequence.final != 0x6D, sequence.final != 0x62 { isWrapPending = false }
        if !moves(sequence) { edits(sequence) }
    }

    private mutating func moves(_ sequence: ControlSequence) -> Bool {
        let count = sequence.count()
        switch sequence.final {
        case 0x41: cursorRow = max(cursorRow >= top ? top : 0, cursorRow - count)
        case 0x42, 0x65:
            cursorRow = min(cursorRow <= bottom ? bottom : rows - 1, cursorRow + count)
        case 0x43, 0x61: cursorColumn = min(columns - 1, cursorColumn + count)
        case 0x44: cursorColumn = max(0, cursorColumn - count)
        case 0x45:
            cursorRow = min(rows - 1, cursorRow + count)
            cursorColumn = 0
        case 0x46:
            cursorRow = max(0, cursorRow - count)
            cursorColumn = 0
        case 0x47, 0x60: cursorColumn = min(columns, count) - 1
        case 0x64: cursorRow = min(rows, count) - 1
        case 0x48, 0x66:
            cursorRow = min(rows, count) - 1
            cursorColumn = min(columns, sequence.count(1)) - 1
        case 0x49: cursorColumn = min(columns - 1, (cursorColumn / 8 + count) * 8)
        case 0x5A: cursorColumn = max(0, ((cursorColumn + 7) / 8 - count) * 8)
        case 0x73: saved = (cursorRow, cursorColumn, rendition)
        case 0x75: (cursorRow, cursorColumn, rendition) = saved
        default: return false
        }
        return true
    }

    private mutating func edits(_ sequence: ControlSequence) {
        let count = sequence.count()
        switch sequence.final {
        case 0x40: insertBlanks(count)
        case 0x4A: eraseDisplay(sequence.selector())
        case 0x4B: eraseLine(sequence.selector())
        case 0x4C where (top...bottom).contains(cursorRow): scroll(from: cursorRow, lines: -count)
        case 0x4D where (top...bottom).contains(cursorRow): scroll(from: cursorRow, lines: count)
        case 0x50:
            let count = min(count, columns - cursorColumn)
            clearHalves(cursorColumn, cursorColumn + count)
            grid[cursorRow].removeSubrange(cursorColumn..<(cursorColumn + count))
            grid[cursorRow] += Array(repeating: blankCell, count: count)
        case 0x53: scroll(from: top, lines: count)
        case 0x54: scroll(from: top, lines: -count)
        case 0x58: erase(row: cursorRow, from: cursorColumn, to: cursorColumn + count)
        case 0x62:
            if let lastPrinted { for _ in 0..<count { print(lastPrinted) } }
        case 0x68, 0x6C:
            if sequence.selector() == 4 { isInserting = sequence.final == 0x68 }
        case 0x6D: select(sequence.parameters)
        case 0x72:
            top = min(rows, count) - 1
            bottom = (sequence.selector(1) == 0 ? rows : min(rows, sequence.selector(1))) - 1
            (cursorRow, cursorColumn) = (0, 0)
        default: break
        }
    }

    private mutating func erase(row: Int, from: Int, to end: Int) {
        let end = min(end, columns)
        guard from < end else { return }
        if row == cursorRow { clearHalves(from, end) }
        for column in from..<end { grid[row][column] = blankCell }
    }

    private mutating func eraseLine(_ selector: Int) {
        let from = selector == 0 ? cursorColumn : 0
        erase(row: cursorRow, from: from, to: selector == 1 ? cursorColumn + 1 : columns)
    }

    private mutating func eraseDisplay(_ selector: Int) {
        if selector < 2 { eraseLine(selector) }
        for row in 0..<rows where row != cursorRow || selector >= 2 {
            let isErased = selector == 0 ? row > cursorRow : selector == 1 ? row < cursorRow : true
            if isErased { erase(row: row, from: 0, to: columns) }
        }
    }

    private mutating func setModes(_ sequence: ControlSequence) {
        guard sequence.final == 0x68 || sequence.final == 0x6C else { return }
        let isOn = sequence.final == 0x68
        for mode in sequence.parameters.compactMap({ $0 }) {
            let wasOn = modes.contains(mode)
            if isOn { modes.insert(mode) } else { modes.remove(mode) }
            if [47, 1047, 1049].contains(mode), isOn != wasOn { switchScreen(toAlternate: isOn) }
        }
    }

    private mutating func switchScreen(toAlternate: Bool) {
        if toAlternate {
            saved = (cursorRow, cursorColumn, rendition)
            mainGrid = grid
            grid = PtyScreen.blank(columns, rows)
        } else {
            grid = mainGrid
            (cursorRow, cursorColumn, rendition) = saved
            cursorRow = min(cursorRow, rows - 1)
            cursorColumn = min(cursorColumn, columns - 1)
        }
    }

    private mutating func select(_ parameters: [Int?]) {
        var rest = (parameters.isEmpty ? [0] : parameters.map { $0 ?? 0 })[...]
        while let value = rest.popFirst() {
            switch value {
            case 0: rendition = Rendition()
            case 1: rendition.isBold = true
            case 2: rendition.isDim = true
            case 4: rendition.isUnderlined = true
            case 7: rendition.isReversed = true
            case 22: (rendition.isBold, rendition.isDim) = (false, false)
            case 24: rendition.isUnderlined = false
            case 27: rendition.isReversed = false
            case 30...37: rendition.foreground = value - 30
            case 39: rendition.foreground = nil
            case 40...47: rendition.background = value - 40
            case 49: rendition.background = nil
            case 90...97: rendition.foreground = value - 82
            case 100...107: rendition.background = value - 92
            case 38, 48:
                guard rest.popFirst() == 5, let colour = rest.popFirst() else { return }
                if value == 38 {
                    rendition.foreground = colour
                } else {
                    rendition.background = colour
                }
            default: break
            }
        }
    }
}
