/// A look into a record or a search, as the journal has it.
public struct BrowsingRead: Equatable, Sendable {
    /// What was looked at.
    public enum Subject: Hashable, Sendable {
        /// A woman's record was opened.
        case opened(personId: String)
        /// Somebody was searched for, by the fingerprint of the query.
        case searched(fingerprint: String)
        /// A name or a phone was typed over another, or a new record with one was undone: by the
        /// record and field.
        case retyped(what: String)
        /// What was saved was like somebody watched for.
        case alerted(watchedId: String)
    }

    /// The entry's number in the file.
    public let entry: Int
    /// When.
    public let at: Instant
    /// By whom, by record id.
    public let userId: String
    /// What.
    public let subject: Subject
    /// The day on which the woman left for the last time; `nil` while she is here, when she never
    /// stayed, and for a search.
    public let leftOn: CivilDate?

    /// The woman whose record it was.
    var personId: String? { if case .opened(let id) = subject { id } else { nil } }
}

/// A change that somebody made, for the rules that ask whether she wrote.
public struct BrowsingWrite: Equatable, Sendable {
    /// When.
    public let at: Instant
    /// By whom.
    public let userId: String
    /// About whom.
    public let personId: String?
}

/// What looks like browsing. A sign to ask about, never a verdict.
public enum BrowsingRule: String, CodeList {
    case manyRecords, sameSearch, readWithoutWriting, atNight, afterExit, triedNames, manyAlerts

    /// More different records than this within an hour: nobody works on twenty files in one.
    static let recordsAnHour = 20
    /// So many searches for one name in a day that led to no record.
    static let sameSearches = 5
    /// So many names or phones typed over each other in one place in a day: a slip is corrected once.
    static let triesInOnePlace = 4
    /// So many different people watched for, whom one worker writes down in a day.
    static let peopleAlertedADay = 3
    /// So many different records in a day without a single change of anything.
    static let recordsWithoutWriting = 10
    /// A night is from this hour to `nightEnds`, by the home's clock.
    static let nightBegins = 22
    static let nightEnds = 6
    /// So many days after she left, there should be a reason that leaves a trace.
    static let daysAfterExit = 30
    /// So long after a search may its result be opened, in seconds.
    static let searchLeadsOn = 600
    /// So many days back are looked at, today among them: longer than a manager's holiday.
    public static let daysBack = 14

    /// What it says.
    public var label: Phrase {
        switch self {
        case .manyRecords:
            Phrase(
                "Over \(Self.recordsAnHour) records within an hour",
                "一小时内查看超过\(Self.recordsAnHour)人")
        case .sameSearch:
            Phrase("The same name searched again and again", "反复查找同一姓名")
        case .triedNames:
            Phrase("Names or phones tried one after the other", "反复试填姓名或电话")
        case .manyAlerts:
            Phrase("Many watched persons written down in a day", "一天内填写多名关注人员")
        case .readWithoutWriting:
            Phrase("Many records read, nothing written", "查看多人而无任何登记")
        case .atNight: Phrase("Read at night, nothing written", "夜间查看而无登记")
        case .afterExit:
            Phrase(
                "Read over \(Self.daysAfterExit) days after she left",
                "离开逾\(Self.daysAfterExit)天后查看")
        }
    }
}

/// Something for the manager to ask about, with the rows behind it.
public struct BrowsingAlarm: Equatable, Sendable {
    /// Why.
    public let rule: BrowsingRule
    /// Who, by record id.
    public let userId: String
    /// What it is known by once somebody has looked into it; the same as the journal grows.
    public let key: String
    /// The looks, the first first; never empty.
    public let reads: [BrowsingRead]
    /// A change by the same user between these moments, about this woman or, with `nil`, about
    /// anybody, makes it no alarm; `nil` when nothing does.
    let excuse: Excuse?

    struct Excuse: Equatable, Sendable {
        let from: Instant
        let to: Instant
        let personId: String?
    }

    /// Whether a change makes it no alarm.
    func isExcused(by writes: [BrowsingWrite]) -> Bool {
        guard let excuse else { return false }
        return writes.contains { write in
            write.userId == userId && write.at >= excuse.from && write.at < excuse.to
                && (excuse.personId == nil || excuse.personId == write.personId)
        }
    }
}

/// Finds browsing in a home's looks. Pure: what was written is asked of each alarm afterwards.
struct BrowsingRules {
    /// The looks, in the order of time.
    let reads: [BrowsingRead]
    /// What was retyped and what was like somebody watched for: whoever types names to find out who
    /// is watched for learns an alert at most, and leaves this.
    var tries: [BrowsingRead] = []
    /// Today; days that still go on are not judged by what was not written.
    let today: CivilDate
    let offsetMinutes: Int

    /// The alarms, the latest first, those among them that a change would excuse.
    func alarms() -> [BrowsingAlarm] {
        let alarms = Dictionary(grouping: reads, by: \.userId).flatMap { userId, reads in
            manyRecords(userId, reads) + sameSearch(userId, reads) + withoutWriting(userId, reads)
                + atNight(userId, reads) + afterExit(userId, reads)
        }
        let tried = Dictionary(grouping: tries, by: \.userId).flatMap { userId, tries in
            triedNames(userId, tries) + manyAlerts(userId, tries)
        }
        return (alarms + tried).sorted {
            ($0.reads.last?.at ?? Instant(milliseconds: 0), $0.key)
                > ($1.reads.last?.at ?? Instant(milliseconds: 0), $1.key)
        }
    }

    private func day(_ read: BrowsingRead) -> CivilDate {
        read.at.localDate(offsetMinutes: offsetMinutes)
    }

    private func start(of day: CivilDate, hour: Int = 0) -> Instant {
        Instant(day, hour: hour, offsetMinutes: offsetMinutes)
    }

    /// From the first look of an hour that goes over the limit; looks of the same hour stay with
    /// it, later ones begin anew.
    private func manyRecords(_ userId: String, _ all: [BrowsingRead]) -> [BrowsingAlarm] {
        let reads = all.filter { $0.personId != nil }
        var alarms: [BrowsingAlarm] = []
        var first = 0
        var inHour: [String: Int] = [:]
        var next = 0
        while next < reads.count {
            while first < next, reads[next].at > reads[first].at.adding(seconds: 3_600) {
                let id = reads[first].personId ?? ""
                inHour[id] = (inHour[id] ?? 1) - 1
                if inHour[id] == 0 { inHour[id] = nil }
                first += 1
            }
            inHour[reads[next].personId ?? "", default: 0] += 1
            next += 1
            guard inHour.count > BrowsingRule.recordsAnHour else { continue }
            let end = reads[first].at.adding(seconds: 3_600)
            while next < reads.count, reads[next].at <= end { next += 1 }
            alarms.append(
                BrowsingAlarm(
                    rule: .manyRecords, userId: userId,
                    key: key(.manyRecords, userId, reads[first].at.iso),
                    reads: Array(reads[first..<next]), excuse: nil))
            first = next
            inHour = [:]
        }
        return alarms
    }

    private func sameSearch(_ userId: String, _ all: [BrowsingRead]) -> [BrowsingAlarm] {
        var fruitless: [String: [BrowsingRead]] = [:]
        for (index, read) in all.enumerated() {
            guard case .searched(let fingerprint) = read.subject else { continue }
            if index + 1 < all.count, all[index + 1].personId != nil,
                all[index + 1].at <= read.at.adding(seconds: BrowsingRule.searchLeadsOn)
            {
                continue
            }
            fruitless[day(read).iso + "/" + fingerprint, default: []].append(read)
        }
        return fruitless.compactMap { name, reads in
            guard reads.count >= BrowsingRule.sameSearches, let first = reads.first,
                let last = reads.last
            else { return nil }
            return BrowsingAlarm(
                rule: .sameSearch, userId: userId, key: key(.sameSearch, userId, name),
                reads: reads,
                excuse: BrowsingAlarm.Excuse(
                    from: first.at, to: last.at.adding(seconds: BrowsingRule.searchLeadsOn),
                    personId: nil))
        }
    }

    private func triedNames(_ userId: String, _ all: [BrowsingRead]) -> [BrowsingAlarm] {
        var places: [String: [BrowsingRead]] = [:]
        for read in all {
            guard case .retyped(let what) = read.subject else { continue }
            places[day(read).iso + "/" + what, default: []].append(read)
        }
        return places.filter { $0.value.count >= BrowsingRule.triesInOnePlace }.map { name, reads in
            BrowsingAlarm(
                rule: .triedNames, userId: userId, key: key(.triedNames, userId, name),
                reads: reads, excuse: nil)
        }
    }

    private func manyAlerts(_ userId: String, _ all: [BrowsingRead]) -> [BrowsingAlarm] {
        var days: [String: [BrowsingRead]] = [:]
        for read in all {
            guard case .alerted = read.subject else { continue }
            days[day(read).iso, default: []].append(read)
        }
        return days.filter { Set($0.value.map(\.subject)).count >= BrowsingRule.peopleAlertedADay }
            .map {
                BrowsingAlarm(
                    rule: .manyAlerts, userId: userId, key: key(.manyAlerts, userId, $0.key),
                    reads: $0.value, excuse: nil)
            }
    }

    private func withoutWriting(_ userId: String, _ all: [BrowsingRead]) -> [BrowsingAlarm] {
        let opened = all.filter { $0.personId != nil }
        return Dictionary(grouping: opened, by: day).compactMap { date, reads in
            guard date < today,
                Set(reads.map(\.subject)).count >= BrowsingRule.recordsWithoutWriting
            else { return nil }
            return BrowsingAlarm(
                rule: .readWithoutWriting, userId: userId,
                key: key(.readWithoutWriting, userId, date.iso), reads: reads,
                excuse: BrowsingAlarm.Excuse(
                    from: start(of: date), to: start(of: date.adding(days: 1)), personId: nil))
        }
    }

    private func atNight(_ userId: String, _ all: [BrowsingRead]) -> [BrowsingAlarm] {
        var nights: [CivilDate: [BrowsingRead]] = [:]
        for read in all where read.personId != nil {
            let date = day(read)
            if read.at >= start(of: date, hour: BrowsingRule.nightBegins) {
                nights[date, default: []].append(read)
            } else if read.at < start(of: date, hour: BrowsingRule.nightEnds) {
                nights[date.adding(days: -1), default: []].append(read)
            }
        }
        return nights.compactMap { night, reads in
            // The night that began yesterday is over when its readers are asked.
            guard night < today else { return nil }
            return BrowsingAlarm(
                rule: .atNight, userId: userId, key: key(.atNight, userId, night.iso),
                reads: reads,
                excuse: BrowsingAlarm.Excuse(
                    from: start(of: night, hour: BrowsingRule.nightBegins),
                    to: start(of: night.adding(days: 1), hour: BrowsingRule.nightEnds),
                    personId: nil))
        }
    }

    private func afterExit(_ userId: String, _ all: [BrowsingRead]) -> [BrowsingAlarm] {
        let late = all.filter { read in
            read.leftOn.map { $0.adding(days: BrowsingRule.daysAfterExit) < day(read) } ?? false
        }
        let groups = Dictionary(grouping: late) { day($0).iso + "/" + ($0.personId ?? "") }
        return groups.compactMap { name, reads in
            guard let first = reads.first, day(first) < today else { return nil }
            return BrowsingAlarm(
                rule: .afterExit, userId: userId, key: key(.afterExit, userId, name),
                reads: reads,
                excuse: BrowsingAlarm.Excuse(
                    from: start(of: day(first)), to: start(of: day(first).adding(days: 1)),
                    personId: first.personId))
        }
    }

    private func key(_ rule: BrowsingRule, _ userId: String, _ rest: String) -> String {
        [rule.rawValue, userId, rest].joined(separator: "/")
    }
}
