/// A JSON value with its members in the order in which they were given. Numbers are whole or have
/// one decimal, so that what is written is exactly what was counted.
public indirect enum JSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case tenths(Tenths)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One named value of an object.
    public struct Member: Equatable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: JSON

        /// A named value.
        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// A string, or null where there is none.
    public static func optional(_ text: String?) -> JSON {
        text.map { .string($0) } ?? .null
    }

    /// A figure with one decimal, or null where it is n/a.
    public static func optional(_ figure: Tenths?) -> JSON {
        figure.map { .tenths($0) } ?? .null
    }

    /// The JSON text (RFC 8259) in UTF-8, indented by two spaces a level, without a line end at
    /// its end.
    public var text: String {
        var result = ""
        write(to: &result, indent: "")
        return result
    }

    private func write(to result: inout String, indent: String) {
        switch self {
        case .null: result += "null"
        case .bool(let value): result += value ? "true" : "false"
        case .integer(let value): result += String(value)
        case .tenths(let value): result += value.description
        case .string(let value): JSON.write(value, to: &result)
        case .array(let values):
            JSON.list(values, "[", "]", to: &result, indent: indent) { value, inner, result in
                value.write(to: &result, indent: inner)
            }
        case .object(let members):
            JSON.list(members, "{", "}", to: &result, indent: indent) { member, inner, result in
                JSON.write(member.name, to: &result)
                result += ": "
                member.value.write(to: &result, indent: inner)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], _ open: String, _ close: String, to result: inout String,
        indent: String, each: (Element, String, inout String) -> Void
    ) {
        guard !elements.isEmpty else {
            result += open + close
            return
        }
        let inner = indent + "  "
        result += open + "\n"
        for (index, element) in elements.enumerated() {
            result += inner
            each(element, inner, &result)
            result += index + 1 < elements.count ? ",\n" : "\n"
        }
        result += indent + close
    }

    private static func write(_ text: String, to result: inout String) {
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default:
                // Everything a terminal might obey is escaped too: output is often looked at.
                if HostileText.isForbidden(scalar) {
                    for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
                        let digits = String(unit, radix: 16)
                        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        result += "\""
    }
}
