@testable import HomesCore

/// The figures of a week, counted from its script alone: days, names and numbers, no store and none
/// of the product's formulas.
struct WeekRecount {
    /// A woman's time in the home: the first day, and the day she left.
    struct Time: Equatable {
        let woman: String
        let from: CivilDate
        var until: CivilDate?
    }

    private(set) var times: [Time]
    private(set) var arrivals = 0
    private(set) var exits = 0
    private(set) var moves = 0
    private(set) var sessions = 0
    private(set) var attendance = 0
    private(set) var nameless = 0
    private(set) var gains: [Int] = []
    private(set) var topics: [String: Set<CounsellingTopic>] = [:]
    private(set) var incidents: [IncidentClass: Int] = [:]
    private(set) var wentOver = 0
    private(set) var cameOver = 0
    private(set) var merges = 0
    /// Whose file lies in whose.
    private(set) var merged: [String: String] = [:]

    init(_ script: WeekScript) {
        times = WeekScript.present.map { Time(woman: $0.woman, from: $0.since, until: nil) }
        for line in script.lines { count(line) }
    }

    private mutating func count(_ line: WeekScript.Line) {
        let date = WeekScript.date(line.day)
        switch line.event {
        case .intake(let woman):
            arrivals += 1
            times.append(Time(woman: woman, from: date, until: nil))
        case .transferIn(let woman):
            cameOver += 1
            times.append(Time(woman: woman, from: date, until: nil))
        case .exit(let woman, _):
            exits += 1
            end(woman, date)
        case .transferOut(let woman):
            wentOver += 1
            end(woman, date)
        case .move: moves += 1
        case .group(let covered, let scores, let more):
            sessions += 1
            attendance += scores.count
            nameless += more
            gains += scores.map { $0.after - $0.before }
            for score in scores { topics[score.woman, default: []].formUnion(covered) }
        case .incident(let kind, _): incidents[kind, default: 0] += 1
        case .merge(let kept, let other):
            merges += 1
            merged[other] = kept
        case .unmerge(let other): merged[other] = nil
        }
    }

    private mutating func end(_ woman: String, _ date: CivilDate) {
        guard let index = times.lastIndex(where: { $0.woman == woman && $0.until == nil }) else {
            return
        }
        times[index].until = date
    }

    /// Who sleeps in the home in a night.
    func sleepers(_ night: CivilDate) -> Set<String> {
        Set(
            times.filter { $0.from <= night && ($0.until.map { night < $0 } ?? true) }
                .map(\.woman))
    }

    /// Nights slept from Monday to Sunday, one by one.
    var bedNights: Int { (1...7).reduce(0) { $0 + sleepers(WeekScript.date($1)).count } }

    /// Who is here when the week is over.
    var here: Set<String> { Set(times.filter { $0.until == nil }.map(\.woman)) }
}
