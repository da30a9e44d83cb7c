/// Somebody whom homes look out for: a recruiter, an impostor, a dangerous relative. There is no
/// column for the woman who is protected: nothing that this record leads to can tell whom it is for.
public struct WatchedPerson: Record {
    public var stamp = Stamp()
    /// `W0012`: what managers call him on the phone.
    public var watchCode = ""
    /// The home that entered it; `nil` for the programme.
    public var homeId: String?
    public var kind = WatchKind.recruiter
    public var name: String?
    /// With `;` between.
    public var aliases: String?
    /// With `;` between.
    public var phones: String?
    /// One line for the manager: how to recognise him, what to do.
    public var recognise: String?
    public var watchedSince = CivilDate(dayNumber: 0)
    public var liftedOn: CivilDate?
    public var liftedBy: String?
    public var liftedReason: String?

    /// An empty record.
    public init() {}

    public static let table = "watchedPerson"
    public static let noun = Phrase("Watched person", "关注人员")
    public static let fields: [Field<WatchedPerson>] = [
        Field("watchCode", Phrase("Code", "编号"), \.watchCode, .kept, required: true),
        Field("homeId", Phrase("Entered by", "登记之家"), \.homeId, .reference("home")),
        Field("kind", Phrase("Kind", "类别"), \.kind),
        Field(
            "name", Phrase("Name", "姓名"), \.name, .text(limit: 60), sensitivity: .identifying,
            help: Phrase("As it is best known", "最常用的姓名")),
        Field(
            "aliases", Phrase("Also called", "别名、化名"), \.aliases, .text(limit: 160),
            sensitivity: .identifying, help: Phrase("Several: put ; between", "多个之间用；分开")),
        Field(
            "phones", Phrase("Phones", "电话"), \.phones, .text(limit: 160),
            sensitivity: .locating, help: Phrase("Several: put ; between", "多个之间用；分开")),
        Field(
            "recognise", Phrase("How to recognise, what to do", "特征及应对"), \.recognise,
            .text(limit: 160), sensitivity: .personal,
            help: Phrase(
                "Managers read it. Never for whom: no name, no code", "负责人可见。切勿写明保护谁：不写姓名、编号")),
        Field(
            "watchedSince", Phrase("Watched since", "起始日期"), \.watchedSince, .date,
            required: true),
        Field("liftedOn", Phrase("Lifted on", "解除日期"), \.liftedOn, .kept),
        Field("liftedBy", Phrase("Lifted by", "解除人"), \.liftedBy, .reference("user")),
        Field(
            "liftedReason", Phrase("Lifted because", "解除理由"), \.liftedReason, .text(limit: 120),
            sensitivity: .personal),
    ]

    /// Every name, the best known first.
    public var names: [String] { WatchedPerson.parts(of: name) + WatchedPerson.parts(of: aliases) }

    /// Every phone as it was typed.
    public var phoneTexts: [String] { WatchedPerson.parts(of: phones) }

    /// What stands between semicolons, commas or enumeration commas of either width.
    private static func parts(of text: String?) -> [String] {
        (text ?? "").split { ";；,，、/".contains($0) }
            .map { EntryText.halfWidth(String($0)) }.filter { !$0.isEmpty }
    }
}

/// That something written down was like somebody watched. Each home that has to know has one of its
/// own: where he was seen, and where he is watched for. It stays open until a person closes it.
public struct Sighting: Record {
    public var stamp = Stamp()
    public var watchedPersonId = ""
    /// Whose manager it is for; `nil` for the programme's supervisors.
    public var homeId: String?
    /// Where he was seen; `nil` when the programme's staff wrote it down.
    public var seenHomeId: String?
    public var seenOn = CivilDate(dayNumber: 0)
    public var place = SightingPlace.contact
    public var likeness = SightingLikeness.written
    public var closedOn: CivilDate?
    public var closedBy: String?
    public var whatWasDone: String?

    /// An empty record.
    public init() {}

    public static let table = "sighting"
    public static let noun = Phrase("Sighting", "发现记录")
    public static let fields: [Field<Sighting>] = [
        Field(
            "watchedPersonId", Phrase("Watched person", "关注人员"), \.watchedPersonId,
            .reference("watchedPerson"), required: true),
        Field("homeId", Phrase("For the manager of", "告知"), \.homeId, .reference("home")),
        Field("seenHomeId", Phrase("Seen in", "发现之家"), \.seenHomeId, .reference("home")),
        Field("seenOn", Phrase("Seen on", "发现日期"), \.seenOn, .date, required: true),
        Field("place", Phrase("Where", "何处"), \.place),
        Field("likeness", Phrase("What was like him", "相符之处"), \.likeness),
        Field("closedOn", Phrase("Closed on", "处理日期"), \.closedOn, .kept),
        Field("closedBy", Phrase("Closed by", "处理人"), \.closedBy, .reference("user")),
        Field(
            "whatWasDone", Phrase("What was done", "采取措施"), \.whatWasDone, .text(limit: 200),
            sensitivity: .personal),
    ]
}

/// What a worker is told when what she saved is like somebody watched: his kind, and nothing that
/// leads to whom he is kept from.
public struct WatchAlert: Equatable, Sendable {
    /// Why he is watched for.
    public let kind: WatchKind
    /// What was like him.
    public let likeness: SightingLikeness

    /// An alert.
    public init(kind: WatchKind, likeness: SightingLikeness) {
        self.kind = kind
        self.likeness = likeness
    }
}
