import GRDB
import Synchronization

/// Those watched for, made ready once and kept while nothing about them changes; and what the last
/// save has to tell whoever saved.
final class WatchShelf: Sendable {
    /// An index, and the state of the table it was made from.
    private struct Kept {
        var version: WatchVersion
        var index: WatchIndex
    }

    private let kept = Mutex<Kept?>(nil)
    private let raised = Mutex<(userId: String, alerts: [WatchAlert])?>(nil)

    /// The index of those watched now.
    func index(_ db: Database) throws -> WatchIndex {
        let version = try db.watchVersion()
        if let kept = kept.withLock({ $0 }), kept.version == version { return kept.index }
        let index = version.count == 0 ? WatchIndex([]) : WatchIndex(try db.watchedEntries())
        kept.withLock { $0 = Kept(version: version, index: index) }
        return index
    }

    /// Keeps what a save has to tell; a later one adds to it.
    func keep(_ alerts: [WatchAlert], for userId: String) {
        if alerts.isEmpty { return }
        raised.withLock { raised in
            let before = raised?.userId == userId ? raised?.alerts ?? [] : []
            raised = (userId, before + alerts)
        }
    }

    /// Hands out, once, what a user has to be told.
    func take(for userId: String) -> [WatchAlert] {
        raised.withLock { raised in
            guard let current = raised, current.userId == userId else { return [] }
            raised = nil
            return current.alerts
        }
    }

    /// Forgets everything: the door is locked.
    func clear() {
        kept.withLock { $0 = nil }
        raised.withLock { $0 = nil }
    }
}

/// What tells that nothing about those watched has changed: no record is ever deleted, and every
/// change counts its version up.
private struct WatchVersion: Equatable {
    var count: Int
    var versions: Int
}

/// What an operation needs to know of those watched, read when it is first asked.
struct WatchNotice {
    let shelf: WatchShelf
    fileprivate var index: WatchIndex?
    /// Who was seen at what already: once an operation is enough.
    fileprivate var seen: Set<String> = []
    /// What the signer is told after the save.
    private(set) var alerts: [WatchAlert] = []

    init(shelf: WatchShelf) { self.shelf = shelf }

    fileprivate mutating func add(_ alert: WatchAlert) {
        if !alerts.contains(where: { $0.kind == alert.kind }) { alerts.append(alert) }
    }
}

extension Operation {
    /// Compares what was typed with those watched, and writes a sighting for every home that has to
    /// know, in the transaction of the save: what is saved cannot be saved without it.
    ///
    /// - Parameter changed: The names of the fields that were typed; `nil` for a new record.
    mutating func notice<R: Record>(_ record: R, changed: Set<String>?) throws {
        guard name.isTyping, WatchedFields.ways[R.table] != nil else { return }
        let index = try watch.index ?? watch.shelf.index(db)
        watch.index = index
        if index.isEmpty { return }
        let fields = changed ?? Set(R.fields.map(\.name))
        guard let query = WatchedFields.query(record, changed: fields) else { return }
        let place = SightingPlace(R.table, during: name)
        for match in index.matches(query)
        where watch.seen.insert(match.id + place.rawValue).inserted {
            try write(match, at: place)
        }
    }

    private mutating func write(_ match: WatchMatch, at place: SightingPlace) throws {
        guard let watched = try db.fetch(WatchedPerson.self, id: match.id) else { return }
        var homes = [signature.homeId]
        if watched.homeId != signature.homeId { homes.append(watched.homeId) }
        for homeId in homes {
            var sighting = Sighting()
            sighting.watchedPersonId = watched.id
            sighting.homeId = homeId
            sighting.seenHomeId = signature.homeId
            sighting.seenOn = today
            sighting.place = place
            sighting.likeness = match.likeness
            try insert(sighting, about: nil)
        }
        watch.add(WatchAlert(kind: watched.kind, likeness: match.likeness))
    }
}

extension OperationName {
    /// Whether what it writes was typed now: not when it is put back, put together from files that
    /// were compared already, or invented.
    fileprivate var isTyping: Bool {
        switch self {
        case .undo, .mergePersons, .unmergePersons, .makeDemonstration: false
        default: true
        }
    }
}

extension SightingPlace {
    /// What was being written down when a record of a table was saved.
    fileprivate init(_ table: String, during name: OperationName) {
        switch name {
        case .admit, .admitAgain, .importStays: self = .intake
        default: self = SightingPlace.ofTables[table] ?? .casework
        }
    }

    private static let ofTables: [String: SightingPlace] = [
        Person.table: .person, Contact.table: .contact, MigrationPlan.table: .plan,
        Visit.table: .visit, Reservation.table: .reservation, Employer.table: .employer,
        EmployerName.table: .employer, EmployerContact.table: .employer,
        EmployerVisit.table: .employer, JobOffer.table: .employer, Incident.table: .incident,
        IncidentPerson.table: .incident,
    ]
}

extension Database {
    fileprivate func watchVersion() throws -> WatchVersion {
        let row = try Row.fetchOne(
            cachedStatement(
                sql: "SELECT count(*), coalesce(sum(rowVersion), 0) FROM watchedPerson"))
        return WatchVersion(count: row?[0] ?? 0, versions: row?[1] ?? 0)
    }

    /// Those watched for now.
    fileprivate func watchedEntries() throws -> [WatchedEntry] {
        try fetchValid(WatchedPerson.self, "liftedOn IS NULL").map {
            WatchedEntry(id: $0.id, names: $0.names, phones: $0.phoneTexts)
        }
    }
}
