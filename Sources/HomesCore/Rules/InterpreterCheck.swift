/// What may speak against an interpreter: she hears everything. A warning to be answered with a
/// reason, never a block.
public enum InterpreterConcern: String, CodeList {
    case contact = "CONTACT"
    case related = "RELATED"
    case employer = "EMPLOYER"
    case sameCounty = "SAME_COUNTY"
    case resident = "RESIDENT"
    case watched = "WATCHED"

    /// The words on screens and papers.
    public var label: Phrase {
        switch self {
        case .contact: Phrase("is one of her contacts", "是她的联系人")
        case .related: Phrase("is of her family", "是她的家人")
        case .employer: Phrase("is from her employer", "来自她的用人单位")
        case .sameCounty: Phrase("is from her own county", "与她同县")
        case .resident: Phrase("is in the home's care herself", "本人也在接受服务")
        case .watched: Phrase("has the name of somebody barred", "与被禁名单同名")
        }
    }
}

/// The interpreter check: values in, concerns out.
public struct InterpreterCheck: Equatable, Sendable {
    /// Who interprets.
    public struct Interpreter: Equatable, Sendable {
        /// The name as typed.
        public var name: String
        /// Where she is from (GB/T 2260); `nil` when nobody asked.
        public var county: String?
        /// For whom she works; `nil` when nobody asked.
        public var work: String?

        /// An interpreter.
        public init(name: String, county: String? = nil, work: String? = nil) {
            self.name = name
            self.county = county
            self.work = work
        }
    }

    /// A woman she interprets for, as far as the check needs it.
    public struct Woman: Equatable, Sendable {
        /// Her record.
        public var personId = ""
        /// Her code.
        public var code = ""
        /// Her county (GB/T 2260).
        public var county: String?
        /// Names of contacts who are not family.
        public var contacts: [String] = []
        /// Names of her family among the contacts.
        public var family: [String] = []
        /// Employers of hers and those who act for them.
        public var employers: [String] = []

        /// Nobody yet.
        public init() {}
    }

    /// One concern, with whom it is about; a concern about the interpreter alone names nobody.
    public struct Finding: Hashable, Sendable {
        /// What speaks against her.
        public let concern: InterpreterConcern
        /// The woman's record.
        public let personId: String?
        /// The woman's code.
        public let personCode: String?

        /// The sentence: the code and what speaks against the interpreter.
        public var phrase: Phrase {
            guard let personCode else { return Phrase("she ", "翻译") + concern.label }
            return Phrase(verbatim: personCode) + Phrase(": she ", "：翻译") + concern.label
        }
    }

    /// What speaks against an interpreter.
    ///
    /// - Parameters:
    ///   - women: Those she interprets for.
    ///   - residents: The names of everybody in the home's care.
    ///   - watched: Names that are barred: of employers and those who act for them.
    public static func findings(
        _ interpreter: Interpreter, women: [Woman], residents: [String], watched: [String]
    ) -> [Finding] {
        let name = NameKey(interpreter.name)
        let work = interpreter.work.map { NameKey($0) }
        func isShe(_ names: [String]) -> Bool { names.contains { name.isSame(as: NameKey($0)) } }
        func worksThere(_ names: [String]) -> Bool {
            names.contains { other in
                let key = NameKey(other)
                return name.isSame(as: key) || work?.isSame(as: key) == true
            }
        }
        var found: [Finding] = []
        for woman in women {
            func add(_ concern: InterpreterConcern, _ holds: Bool) {
                guard holds else { return }
                found.append(
                    Finding(concern: concern, personId: woman.personId, personCode: woman.code))
            }
            add(.related, isShe(woman.family))
            add(.contact, isShe(woman.contacts))
            add(.employer, worksThere(woman.employers))
            add(.sameCounty, interpreter.county != nil && interpreter.county == woman.county)
        }
        func add(_ concern: InterpreterConcern, _ holds: Bool) {
            guard holds else { return }
            found.append(Finding(concern: concern, personId: nil, personCode: nil))
        }
        add(.resident, isShe(residents))
        add(.watched, worksThere(watched))
        return found
    }
}

/// A name as names are compared: folded, without blanks and signs; its pinyin beside it, for a name
/// that is written in Latin letters once and in characters the other time.
private struct NameKey {
    private let letters: String
    private let syllables: [[String]]
    private let isHan: Bool

    init(_ name: String) {
        let folded = SearchFold.fold(name)
        letters = SearchKey.alphanumerics(folded)
        isHan = letters.unicodeScalars.contains(where: SearchFold.isHan)
        syllables = Pinyin.syllables(of: folded)
    }

    func isSame(as other: NameKey) -> Bool {
        guard !letters.isEmpty, !other.letters.isEmpty else { return false }
        if letters == other.letters { return true }
        guard isHan != other.isHan else { return false }
        let (han, latin) = isHan ? (self, other) : (other, self)
        return han.reads(as: Substring(latin.letters.replacing("ü", with: "v")), from: 0)
    }

    /// Whether some choice of readings, one a character, spells a text.
    private func reads(as text: Substring, from index: Int) -> Bool {
        guard index < syllables.count else { return text.isEmpty }
        return syllables[index].contains { reading in
            [reading, reading.replacing("v", with: "u"), reading.replacing("v", with: "yu")]
                .contains {
                    text.hasPrefix($0) && reads(as: text.dropFirst($0.count), from: index + 1)
                }
        }
    }
}
