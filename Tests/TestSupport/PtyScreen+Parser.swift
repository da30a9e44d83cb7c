extension PtyScreen {
    /// Splits a stream of bytes into characters, controls and sequences.
    struct Parser {
        enum Action {
            case print(Unicode.Scalar)
            case control(UInt8)
            case escape(UInt8)
            case csi(ControlSequence)
        }

        private enum State {
            case ground
            case escape
            /// ESC and an intermediate byte, such as a choice of character set: one byte follows.
            case charset
            case csi
            /// A title or another string, up to BEL or ESC \.
            case string(isEnding: Bool)
        }

        private var state = State.ground
        private var sequence = ControlSequence()
        private var digits: Int?
        private var utf8: [UInt8] = []

        mutating func take(_ byte: UInt8) -> [Action] {
            switch state {
            case .ground: return ground(byte)
            case .escape: return escape(byte)
            case .charset:
                state = .ground
                return []
            case .csi: return csi(byte)
            case .string(let isEnding):
                if byte == 0x07 || (isEnding && byte == 0x5C) {
                    state = .ground
                } else {
                    state = .string(isEnding: byte == 0x1B)
                }
                return []
            }
        }

        private mutating func ground(_ byte: UInt8) -> [Action] {
            if byte < 0x80 {
                let broken: [Action] = utf8.isEmpty ? [] : [.print("\u{FFFD}")]
                utf8 = []
                if byte == 0x1B {
                    state = .escape
                    return broken
                }
                let isControl = byte < 0x20 || byte == 0x7F
                return broken + [isControl ? .control(byte) : .print(Unicode.Scalar(byte))]
            }
            utf8.append(byte)
            if let text = String(validating: utf8, as: UTF8.self) {
                utf8 = []
                return text.unicodeScalars.map { .print($0) }
            }
            guard utf8.count >= 4 else { return [] }
            utf8 = []
            return [.print("\u{FFFD}")]
        }

        private mutating func escape(_ byte: UInt8) -> [Action] {
            switch byte {
            case 0x1B: return []
            case 0x5B:
                state = .csi
                sequence = ControlSequence()
                digits = nil
                return []
            case 0x5D, 0x50, 0x58, 0x5E, 0x5F:
                state = .string(isEnding: false)
                return []
            case 0x20..<0x30:
                state = .charset
                return []
            default:
                state = .ground
                return [.escape(byte)]
            }
        }

        private mutating func csi(_ byte: UInt8) -> [Action] {
            switch byte {
            case 0x30...0x39:
                digits = min(99_999, (digits ?? 0) * 10 + Int(byte - 0x30))
            case 0x3A, 0x3B:
                sequence.parameters.append(digits)
                digits = nil
            case 0x3C...0x3F: sequence.mark = byte
            case 0x20..<0x30: sequence.intermediates.append(byte)
            case 0x1B: state = .escape
            case 0x00..<0x20: return [.control(byte)]
            case 0x40..<0x7F:
                if digits != nil || !sequence.parameters.isEmpty {
                    sequence.parameters.append(digits)
                }
                sequence.final = byte
                state = .ground
                return [.csi(sequence)]
            default: state = .ground
            }
            return []
        }
    }
}
