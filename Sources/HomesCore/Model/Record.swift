/// What every record carries beside its fields.
public struct Stamp: Equatable, Sendable {
    /// UUIDv7 text: two offline homes never clash, and ids sort by time.
    public var id = ""
    public var createdAt = Instant(milliseconds: 0)
    public var createdBy = ""
    public var updatedAt = Instant(milliseconds: 0)
    public var updatedBy = ""
    /// Grows by one with every change: a save of an older one is refused.
    public var rowVersion = 1
    public var voidedAt: Instant?
    public var voidedBy: String?
    public var voidReason: String?

    /// An empty stamp; the store fills it.
    public init() {}

    /// Whether the record was voided. It stays, and counts nowhere.
    public var isVoided: Bool { voidedAt != nil }
}

/// A record kind: one struct, one table, one field table.
public protocol Record: Equatable, Sendable {
    /// The table's name.
    static var table: String { get }
    /// What people call one.
    static var noun: Phrase { get }
    /// Every property but the stamp, in the order of the form.
    static var fields: [Field<Self>] { get }
    /// Who made and changed it.
    var stamp: Stamp { get set }
    /// A record with nothing filled in.
    init()
}

extension Record {
    /// The record's id.
    public var id: String { stamp.id }

    /// The field of that name.
    public static func field(_ name: String) -> Field<Self>? {
        fields.first { $0.name == name }
    }
}
