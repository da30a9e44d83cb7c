/// What every page of a paper carries, so that whoever finds it can look up where it comes from and
/// that it should be gone.
public struct SheetMark: Equatable, Sendable {
    /// `AH-014/8123`: the journal and the number of the entry that registers it.
    public var serial: String
    /// The name shown of who printed it.
    public var who: String
    /// When.
    public var at: Instant
    /// The programme's clock: minutes ahead of UTC.
    public var offsetMinutes: Int
    /// The last day on which it may be there.
    public var expiresOn: CivilDate
    /// Whether it is for the woman to keep: then the day is the one by which she has it.
    public var isHers: Bool

    /// The mark as people read it.
    var phrase: Phrase {
        let moment = moment
        let day = expiresOn.iso
        let end =
            isHers
            ? Phrase(
                "hers to keep; if she does not have it by \(day), destroy it",
                "归本人保管；\(day)前未交给本人则销毁")
            : Phrase("destroy after \(day)", "\(day)后销毁")
        return Phrase("Printed \(moment), \(who); ", "\(moment)，\(who)打印；") + end
    }

    /// All that a paper carries which shows nothing to a stranger: the entry's number, without the
    /// home. Who printed it, when and until when stand in the register under it.
    var discreet: String {
        serial.split(separator: "/").last.map(String.init) ?? serial
    }

    private var moment: String {
        at.localDate(offsetMinutes: offsetMinutes).iso + " "
            + at.localTime(offsetMinutes: offsetMinutes)
    }
}

/// The number on a paper.
public struct SheetSerial: Equatable, Sendable {
    /// The journal: a home's code, or the programme's.
    public let journal: String
    /// The entry's number in it.
    public let number: Int

    /// The number of an entry.
    public init(journal: String, number: Int) {
        self.journal = journal
        self.number = number
    }

    /// A number as somebody types it from a paper: `ah-014/8123`, full-width digits too.
    public init?(_ typed: String) {
        let parts = EntryText.halfWidth(typed).uppercased().split(separator: "/")
        guard parts.count == 2, let number = Int(parts[1].filter { $0 != " " }), number > 0 else {
            return nil
        }
        self.init(journal: parts[0].filter { $0 != " " }, number: number)
    }

    /// `AH-014/8123`.
    public var text: String { "\(journal)/\(number)" }
}
