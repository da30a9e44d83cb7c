@testable import HomesCore

/// A week of a home, as its staff would tell it: a line a thing that happened, its day first (1 is
/// Monday, 5 March 2007). The program plays it and `WeekRecount` counts it; neither asks the other.
struct WeekScript {
    /// One thing that happened.
    enum Event: Equatable {
        /// A woman came and was given a bed.
        case intake(String)
        /// A woman left, and where to.
        case exit(String, Destination)
        /// A woman was given another bed.
        case move(String)
        /// A session with a group: topics, who came with her scores before and after, and how many
        /// gave no name.
        case group([CounsellingTopic], [Scores], nameless: Int)
        /// An incident, and the woman it was about, if any.
        case incident(IncidentClass, String?)
        /// A woman went over to the other home, which took her in the same day.
        case transferOut(String)
        /// A woman came over from the other home.
        case transferIn(String)
        /// The manager took the file of the second for one of the first's.
        case merge(String, String)
        /// It was not: the manager took the second's file out again.
        case unmerge(String)
    }

    /// What one woman scored.
    struct Scores: Equatable {
        let woman: String
        let before: Int
        let after: Int
    }

    /// An event and its day.
    struct Line: Equatable {
        let day: Int
        let event: Event
    }

    let lines: [Line]

    /// Reads a script.
    ///
    /// - Throws: `Unreadable` with the line that means nothing.
    init(_ text: String) throws {
        lines = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 2, let day = Int(words[0]), (1...7).contains(day),
                let event = Self.event(words[1], Array(words.dropFirst(2)))
            else { throw Unreadable(line: String(line)) }
            return Line(day: day, event: event)
        }
    }

    struct Unreadable: Error { let line: String }

    private static func event(_ verb: String, _ words: [String]) -> Event? {
        switch (verb, words.count) {
        case ("comes", 1): .intake(words[0])
        case ("leaves", 2): Destination(rawValue: words[1]).map { .exit(words[0], $0) }
        case ("moves", 1): .move(words[0])
        case ("group", 2...): group(words)
        case ("incident", 1): IncidentClass(rawValue: words[0]).map { .incident($0, nil) }
        case ("incident", 2): IncidentClass(rawValue: words[0]).map { .incident($0, words[1]) }
        case ("goes-over", 1): .transferOut(words[0])
        case ("comes-over", 1): .transferIn(words[0])
        case ("merges", 2): .merge(words[0], words[1])
        case ("unmerges", 1): .unmerge(words[0])
        default: nil
        }
    }

    /// `T1,T2 w01:3>7 w02:2>6 +2`
    private static func group(_ words: [String]) -> Event? {
        let topics = words[0].split(separator: ",").compactMap {
            CounsellingTopic(rawValue: String($0))
        }
        var scores: [Scores] = []
        var nameless = 0
        for word in words.dropFirst() {
            if word.hasPrefix("+") {
                nameless = Int(word.dropFirst()) ?? 0
                continue
            }
            let parts = word.split { ":>".contains($0) }
            guard parts.count == 3, let before = Int(parts[1]), let after = Int(parts[2]) else {
                return nil
            }
            scores.append(Scores(woman: String(parts[0]), before: before, after: after))
        }
        return topics.isEmpty ? nil : .group(topics, scores, nameless: nameless)
    }

    /// The day of the month of March 2007 on which a day of the week falls.
    static func date(_ day: Int) -> CivilDate {
        HouseFixture.day("2007-03-04").adding(days: day)
    }

    /// Who is here when the week begins: thirty women, since the days of February by their number.
    static let present: [(woman: String, since: CivilDate)] = (1...30).map { number in
        let day = 1 + number % 20
        let iso = "2007-02-" + (day < 10 ? "0" : "") + String(day)
        return ("w" + (number < 10 ? "0" : "") + String(number), HouseFixture.day(iso))
    }

    /// The week of the issue: 12 intakes, 5 groups, 9 departures, 3 incidents, 2 transfers, one
    /// merge and its undo. The woman `early` was here in January.
    static let issue4 = """
        1 comes w31
        1 comes w32
        1 leaves w01 PLACED_JOB_DORMITORY
        1 group T1,T2,T3 w02:4>8 w03:5>7 w04:3>9 w05:6>6 w06:2>8 w07:5>9 w31:1>5 +2
        1 incident RECRUITER_AT_DOOR
        2 comes w33
        2 comes w34
        2 leaves w02 RETURNED_TO_FAMILY
        2 leaves w03 PLACED_JOB_DORMITORY
        2 moves w09
        2 group T4,T5 w04:4>7 w05:6>8 w08:3>6 w10:5>9 w32:2>7
        2 goes-over w20
        3 comes w35
        3 comes w36
        3 leaves w04 RENTED_ROOM
        3 incident THEFT w11
        3 merges w12 early
        3 group T9,T10 w05:5>9 w06:4>9 w07:6>9 w08:5>8 w10:4>8 w12:3>9 w33:2>6 w34:4>9
        4 comes w37
        4 comes w38
        4 leaves w31 LEFT_WITHOUT_NOTICE
        4 leaves w05 PLACED_JOB_OWN_ROOM
        4 comes-over x1
        5 comes w39
        5 leaves w06 PLACED_JOB_DORMITORY
        5 moves w32
        5 moves w14
        5 group T6,T7,T8 w07:5>8 w08:6>9 w10:5>9 w12:4>8 w35:1>6 w36:2>7 +1
        5 incident VIOLENCE w13
        6 unmerges early
        6 comes w40
        6 comes w41
        6 leaves w07 SCHOOL_OR_TRAINING
        6 group T10,T11 w35:5>9 w36:6>9 w37:3>8 w38:4>9 w39:2>8 w40:3>7
        7 comes w42
        7 leaves w33 RELATIVE_OR_FRIEND
        """
}
