/// A stay of an invented programme: days are day numbers, `openEnd` stands for "still here".
struct PlannedStay {
    /// Nights in one bed.
    struct Leg {
        var bed: Int
        var from: Int
        var to: Int
    }

    /// Whose, among the home's persons.
    var person: Int
    var from: Int
    var to: Int
    var legs: [Leg]
    /// The mother's stay, for a child.
    var mother: Int?
    /// Whether the child sleeps in her mother's bed.
    var isWithMother = false
}

/// Who sleeps where in one home over the years, worked out backwards from tonight: no bed has two
/// at once, beds are used within their inventory, and exactly the persons asked for come.
struct StayCalendar {
    /// A bed's kind and the nights on which it counts.
    struct Place {
        let type: BedType
        let from: Int
        let to: Int
        var takesAdults: Bool { type != .child }
        var isOverflow: Bool { type == .cot || type == .mattress }
    }

    /// Nights without an end.
    static let openEnd = Int.max

    private(set) var stays: [PlannedStay] = []
    private(set) var personCount = 0
    private let places: [Place]
    private let first: Int
    private let today: Int
    private var random: SplitMix64
    private var left: Int
    private var cursors: [Int]
    private var taken: [[Range<Int>]]
    private var earliest: [Int] = []

    init(places: [Place], first: Int, today: Int, persons: Int, random: SplitMix64) {
        self.places = places
        self.first = first
        self.today = today
        self.random = random
        left = persons
        cursors = places.map { min(today, $0.to) }
        taken = places.map { _ in [] }
    }

    /// Plans everything.
    ///
    /// - Parameters:
    ///   - percent: How full the home is tonight.
    ///   - usesOverflow: Whether cots and mattresses are in use tonight.
    mutating func plan(percent: Int, usesOverflow: Bool) {
        fillTonight(percent: percent, usesOverflow: usesOverflow)
        let spread = left / 5
        fillPast(until: spread)
        spreadRest()
        while left > 0 { addDayUse() }
        moveSome()
        for index in stays.indices where stays[index].isWithMother {
            guard let mother = stays[index].mother else { continue }
            stays[index].legs = stays[mother].legs
        }
    }

    /// Whether nobody sleeps in a bed on the nights of a range.
    func isFree(_ bed: Int, _ nights: Range<Int>) -> Bool {
        places[bed].from <= nights.lowerBound && nights.upperBound <= places[bed].to
            && !taken[bed].contains { $0.overlaps(nights) }
    }

    /// The first night from which a bed is free for good; `nil` while somebody sleeps in it.
    func freeSince(_ bed: Int) -> Int? {
        let last = taken[bed].map(\.upperBound).max() ?? places[bed].from
        return last == StayCalendar.openEnd ? nil : last
    }

    private mutating func fillTonight(percent: Int, usesOverflow: Bool) {
        var open = places.indices.filter { bed in
            places[bed].takesAdults && places[bed].to == StayCalendar.openEnd
                && places[bed].from <= today && (usesOverflow || !places[bed].isOverflow)
        }
        open.shuffle(using: &random)
        let wanted = min((open.count * percent + 50) / 100, max(1, left * 3 / 5))
        let mean = meanLength()
        for bed in open.prefix(wanted) where left > 0 {
            let entry = max(first, places[bed].from, today - random.length(mean: mean) + 1)
            addStay(bed: bed, from: min(entry, today), to: StayCalendar.openEnd)
        }
        if percent >= 100 { fillChildBeds() }
    }

    private mutating func fillChildBeds() {
        let mothers = stays.indices.filter { stays[$0].mother == nil }
        for bed in places.indices where !places[bed].takesAdults && left > 0 {
            guard let mother = random.pick(mothers) else { return }
            let nights = stays[mother].from..<stays[mother].to
            if isFree(bed, nights) { addChild(of: mother, bed: bed) }
        }
    }

    /// Goes back from tonight, the bed that was used last first.
    private mutating func fillPast(until rest: Int) {
        while left > rest {
            let open = places.indices.filter { bed in
                places[bed].takesAdults && !places[bed].isOverflow && room(bed) > 0
            }
            guard let bed = open.max(by: { cursors[$0] < cursors[$1] }) else { return }
            let mean = meanLength()
            let end = cursors[bed] - random.number(places[bed].to == cursors[bed] ? 1 : 0, mean / 2)
            let length = random.chance(2) ? 0 : random.length(mean: mean)
            let start = max(end - length, first, places[bed].from)
            if start <= end {
                addStay(bed: bed, from: start, to: end)
            } else {
                cursors[bed] = max(first, places[bed].from)
            }
        }
    }

    /// Nights before the earliest one in use.
    private func room(_ bed: Int) -> Int { cursors[bed] - max(first, places[bed].from) }

    /// The last ones are strewn over the years before.
    private mutating func spreadRest() {
        var misses = 0
        let adult = places.indices.filter { places[$0].takesAdults && !places[$0].isOverflow }
        while left > 0, misses < 20, let bed = random.pick(adult) {
            let room = room(bed)
            guard room > 4 else {
                misses += 1
                continue
            }
            let end = cursors[bed] - random.number(1, room / 2)
            let start = max(end - random.length(mean: 30), first, places[bed].from)
            addStay(bed: bed, from: start, to: end)
        }
    }

    /// In and out on one day: no night, so any bed will do.
    private mutating func addDayUse() {
        let open = places.indices.filter { max(first, places[$0].from) < min(today, places[$0].to) }
        guard let bed = random.pick(open) else {
            left = 0
            return
        }
        let low = max(first, places[bed].from)
        let day = random.number(low, min(today, places[bed].to - 1))
        addStay(bed: bed, from: day, to: day)
    }

    /// So that the persons left fill four fifths of what is left of the beds.
    private func meanLength() -> Int {
        let nights = places.indices.reduce(0) { sum, bed in
            places[bed].takesAdults ? sum + max(0, room(bed)) : sum
        }
        return min(70, max(2, nights * 4 / 5 / max(1, left)))
    }

    private mutating func addStay(bed: Int, from: Int, to: Int) {
        let person = returning(after: to) ?? newPerson(from: from)
        earliest[person] = from
        let leg = PlannedStay.Leg(bed: bed, from: from, to: to)
        stays.append(PlannedStay(person: person, from: from, to: to, legs: [leg]))
        if from < to { taken[bed].append(from..<to) }
        cursors[bed] = min(cursors[bed], from)
        if left > 0, from < to, random.chance(6) { addChild(of: stays.count - 1, bed: nil) }
    }

    private mutating func addChild(of mother: Int, bed: Int?) {
        let nights = stays[mother].from..<stays[mother].to
        let own = bed ?? places.indices.first { !places[$0].takesAdults && isFree($0, nights) }
        var stay = stays[mother]
        stay.person = newPerson(from: stay.from)
        stay.mother = mother
        if let own {
            stay.legs = [PlannedStay.Leg(bed: own, from: stay.from, to: stay.to)]
            taken[own].append(nights)
        } else {
            stay.isWithMother = true
        }
        stays.append(stay)
    }

    private mutating func newPerson(from: Int) -> Int {
        personCount += 1
        left -= 1
        earliest.append(from)
        return personCount - 1
    }

    /// Somebody who came again later; going backwards, her later stay is known already.
    private mutating func returning(after to: Int) -> Int? {
        guard to != StayCalendar.openEnd, random.chance(6) else { return nil }
        for _ in 0..<6 {
            let person = random.number(0, max(0, personCount - 1))
            guard earliest.indices.contains(person), earliest[person] > to + 3 else { continue }
            let own = stays.contains { $0.person == person && $0.mother != nil }
            if !own { return person }
        }
        return nil
    }

    /// Some move to another bed on the way.
    private mutating func moveSome() {
        for index in stays.indices where stays[index].mother == nil && random.chance(9) {
            let stay = stays[index]
            let end = min(stay.to, today)
            guard end - stay.from >= 5, let leg = stay.legs.first else { continue }
            let night = random.number(stay.from + 1, end - 1)
            let other = places.indices.filter { bed in
                bed != leg.bed && places[bed].takesAdults && !places[bed].isOverflow
                    && isFree(bed, night..<stay.to)
            }
            guard let bed = random.pick(other) else { continue }
            taken[leg.bed].removeAll { $0 == stay.from..<stay.to }
            taken[leg.bed].append(stay.from..<night)
            taken[bed].append(night..<stay.to)
            stays[index].legs = [
                PlannedStay.Leg(bed: leg.bed, from: stay.from, to: night),
                PlannedStay.Leg(bed: bed, from: night, to: stay.to),
            ]
        }
    }
}
