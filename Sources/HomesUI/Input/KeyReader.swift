/// Turns the bytes of a terminal into keys. A value without a clock: bytes and times go in, keys
/// come out, so every rule below is tested without a terminal.
///
/// It reads bytes and not the key codes of the terminal library, because only so a paste stays
/// exactly what was pasted, and an unknown sequence is skipped as a whole instead of ending up as
/// letters in a field.
public struct KeyReader: Sendable {
    /// How long the rest of a sequence may take, in milliseconds; after that Escape was the key.
    public static let escapeDelay = 25
    /// More keys with text than this in `burstSpan` are a paste, with or without brackets.
    public static let burstLength = 30
    /// The span of a burst in milliseconds.
    public static let burstSpan = 50
    /// So many keys with text at once may be the beginning of a burst: they wait for a pause.
    static let burstSuspicion = 10
    /// The pause that ends a burst, in milliseconds.
    static let burstPause = 10
    /// How long a bracketed paste may be silent before it counts as ended, in milliseconds.
    static let pasteSilence = 2_000

    private var bytes: [UInt8] = []
    private var start = 0
    private var isPasting = false
    private var pasteScan = 0
    private var lastByteAt = 0
    private var waiting: [Key] = []
    private var recentText: [Int] = []
    private var burstAt: Int?

    /// A reader that has seen nothing.
    public init() {}

    /// Takes bytes that came at a moment of a steady clock, in milliseconds.
    public mutating func feed(_ new: some Sequence<UInt8>, at now: Int) {
        bytes.append(contentsOf: new)
        lastByteAt = now
    }

    /// Forgets everything that came and was not taken: keys typed ahead of a stop are not for us.
    public mutating func reset() {
        self = KeyReader()
    }

    /// The milliseconds until `take` may give more without new bytes; `nil` when nothing waits.
    public func millisecondsToWait(at now: Int) -> Int? {
        let delay: Int
        if isPasting {
            delay = KeyReader.pasteSilence
        } else if !waiting.isEmpty {
            delay = KeyReader.burstPause
        } else if start < bytes.count {
            delay = KeyReader.escapeDelay
        } else {
            return nil
        }
        return max(0, lastByteAt + delay - now)
    }

    /// The keys that are complete now.
    public mutating func take(at now: Int) -> [Key] {
        decode(at: now)
        bytes.removeSubrange(..<start)
        pasteScan = max(0, pasteScan - start)
        start = 0
        var keys: [Key] = []
        var index = 0
        while index < waiting.count {
            guard waiting[index].isText else {
                keys.append(waiting[index])
                recentText = []
                burstAt = nil
                index += 1
                continue
            }
            var end = index
            while end < waiting.count, waiting[end].isText { end += 1 }
            if end == waiting.count, mayGoOn(count: end - index, at: now) { break }
            keys += delivered(waiting[index..<end], at: now)
            index = end
        }
        waiting.removeSubrange(..<index)
        return keys
    }

    // MARK: Bursts

    private func mayGoOn(count: Int, at now: Int) -> Bool {
        let isSuspect = count >= KeyReader.burstSuspicion || isInBurst(at: now)
        return isSuspect && now < lastByteAt + KeyReader.burstPause
    }

    private func isInBurst(at now: Int) -> Bool {
        guard let burstAt else { return false }
        return lastByteAt - burstAt <= KeyReader.burstSpan
    }

    private mutating func delivered(_ run: ArraySlice<Key>, at now: Int) -> [Key] {
        recentText.removeAll { lastByteAt - $0 > KeyReader.burstSpan }
        if isInBurst(at: now) || recentText.count + run.count > KeyReader.burstLength {
            burstAt = lastByteAt
            recentText = []
            return [.paste(run.map(\.typedText).joined())]
        }
        recentText += run.map { _ in lastByteAt }
        return Array(run)
    }

    // MARK: Sequences

    private enum Step {
        case key(Key, length: Int)
        case skip(length: Int)
        case paste(length: Int)
        case incomplete
    }

    private mutating func decode(at now: Int) {
        while start < bytes.count {
            if isPasting {
                guard takePaste(at: now) else { return }
                continue
            }
            let isLate = now >= lastByteAt + KeyReader.escapeDelay
            switch KeyReader.step(bytes[start...], isLate: isLate) {
            case .key(let key, let length):
                waiting.append(key)
                start += length
            case .skip(let length):
                start += length
            case .paste(let length):
                start += length
                isPasting = true
                pasteScan = start
            case .incomplete:
                return
            }
        }
        if isPasting { _ = takePaste(at: now) }
    }

    /// Takes the paste when its end has come; `false` while it goes on.
    private mutating func takePaste(at now: Int) -> Bool {
        let mark = Array("\u{1B}[201~".utf8)
        var index = max(start, pasteScan)
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                endPaste(at: index, resumingAt: index + mark.count)
                return true
            }
            index += 1
        }
        pasteScan = index
        guard now >= lastByteAt + KeyReader.pasteSilence else { return false }
        endPaste(at: bytes.count, resumingAt: bytes.count)
        return true
    }

    private mutating func endPaste(at end: Int, resumingAt next: Int) {
        waiting.append(.paste(KeyReader.text(bytes[start..<end])))
        start = next
        isPasting = false
    }

    /// Pasted text with its line ends as `\n`. What is not UTF-8 becomes U+FFFD, which a canvas
    /// spells out and a field refuses.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                plain.append(0x0A)
            } else if !(byte == 0x0A && previous == 0x0D) {
                plain.append(byte)
            }
            previous = byte
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func step(_ bytes: ArraySlice<UInt8>, isLate: Bool) -> Step {
        guard let first = bytes.first else { return .incomplete }
        switch first {
        case 0x1B: return escape(bytes, isLate: isLate)
        case 0x0D, 0x0A: return .key(.enter, length: 1)
        case 0x09: return .key(.tab, length: 1)
        case 0x08, 0x7F: return .key(.backspace, length: 1)
        case 0x00..<0x20:
            let letter = Unicode.Scalar(first >= 1 && first <= 26 ? first + 0x60 : first + 0x40)
            return .key(.control(Character(letter)), length: 1)
        case 0x20..<0x7F:
            return .key(.character(Character(Unicode.Scalar(first))), length: 1)
        default: return character(bytes, isLate: isLate)
        }
    }

    private static func character(_ bytes: ArraySlice<UInt8>, isLate: Bool) -> Step {
        let length: Int
        switch bytes.first ?? 0 {
        case 0xC2..<0xE0: length = 2
        case 0xE0..<0xF0: length = 3
        case 0xF0..<0xF5: length = 4
        default: return .key(.character("\u{FFFD}"), length: 1)
        }
        let whole = bytes.prefix(length)
        let isBroken = whole.dropFirst().contains { $0 & 0xC0 != 0x80 }
        if whole.count < length, !isBroken, !isLate { return .incomplete }
        if let text = String(validating: whole, as: UTF8.self), let character = text.first {
            return .key(.character(character), length: length)
        }
        return .key(.character("\u{FFFD}"), length: 1)
    }

    private static func escape(_ bytes: ArraySlice<UInt8>, isLate: Bool) -> Step {
        let rest = bytes.dropFirst()
        let alone = Step.key(.escape, length: 1)
        guard let kind = rest.first else { return isLate ? alone : .incomplete }
        if kind == 0x4F {
            guard let final = rest.dropFirst().first else { return isLate ? alone : .incomplete }
            guard let key = KeySequence.ss3[final] else {
                return (0x40..<0x7F).contains(final) ? .skip(length: 3) : alone
            }
            return .key(key, length: 3)
        }
        guard kind == 0x5B else { return alone }
        let body = rest.dropFirst()
        // The Linux console sends F1 to F5 as ESC [ [ A to E.
        if body.first == 0x5B {
            guard let final = body.dropFirst().first else {
                return isLate ? .skip(length: 3) : .incomplete
            }
            guard (0x41...0x45).contains(final) else {
                return .skip(length: (0x40..<0x7F).contains(final) ? 4 : 3)
            }
            return .key(.function(Int(final) - 0x40), length: 4)
        }
        let parameters = body.prefix { (0x20..<0x40).contains($0) }
        let length = 2 + parameters.count
        guard let final = body.dropFirst(parameters.count).first else {
            guard isLate else { return .incomplete }
            return parameters.isEmpty ? alone : .skip(length: length)
        }
        guard (0x40..<0x7F).contains(final) else {
            return parameters.isEmpty ? alone : .skip(length: length)
        }
        if final == 0x7E, parameters.elementsEqual("200".utf8) { return .paste(length: length + 1) }
        guard let key = KeySequence.csi(parameters: parameters, final: final) else {
            return .skip(length: length + 1)
        }
        return .key(key, length: length + 1)
    }
}

extension Key {
    /// What the key gives in a paste.
    fileprivate var typedText: String {
        switch self {
        case .character(let character): String(character)
        case .enter: "\n"
        case .tab: "\t"
        default: ""
        }
    }
}
