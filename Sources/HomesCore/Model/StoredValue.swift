/// A value as the file keeps it. The model converts to it and from it; only the store knows that
/// it goes to SQLite.
public enum StoredValue: Hashable, Sendable {
    case null
    case integer(Int)
    case text(String)

    /// The value as text, the way the journal writes it; `nil` for null.
    public var journalText: String? {
        switch self {
        case .null: nil
        case .integer(let number): String(number)
        case .text(let text): text
        }
    }
}

/// What a property of a record may be.
public protocol Storable: Equatable, Sendable {
    /// The value for the file.
    var stored: StoredValue { get }
    /// The value from the file; `nil` when the file holds something that it cannot be.
    init?(stored: StoredValue)
}

extension String: Storable {
    public var stored: StoredValue { .text(self) }
    public init?(stored: StoredValue) {
        guard case .text(let text) = stored else { return nil }
        self = text
    }
}

extension Int: Storable {
    public var stored: StoredValue { .integer(self) }
    public init?(stored: StoredValue) {
        guard case .integer(let number) = stored else { return nil }
        self = number
    }
}

extension Bool: Storable {
    public var stored: StoredValue { .integer(self ? 1 : 0) }
    public init?(stored: StoredValue) {
        guard case .integer(let number) = stored, number == 0 || number == 1 else { return nil }
        self = number == 1
    }
}

extension CivilDate: Storable {
    public var stored: StoredValue { .text(iso) }
    public init?(stored: StoredValue) {
        guard case .text(let text) = stored else { return nil }
        self.init(iso: text)
    }
}

extension Instant: Storable {
    public var stored: StoredValue { .text(iso) }
    public init?(stored: StoredValue) {
        guard case .text(let text) = stored else { return nil }
        self.init(iso: text)
    }
}

extension Optional: Storable where Wrapped: Storable {
    public var stored: StoredValue { self?.stored ?? .null }
    public init?(stored: StoredValue) {
        if stored == .null {
            self = .none
        } else if let value = Wrapped(stored: stored) {
            self = .some(value)
        } else {
            return nil
        }
    }
}
