import HomesCore
import Testing

@Suite struct `What is missing before departure` {
    private let core = Set(Readiness.coreTopics)
    private let allYes = Dictionary(
        uniqueKeysWithValues: ChecklistItem.allCases.map { ($0, YesNoNA.yes) })

    private var fullPlan: MigrationPlan {
        var plan = MigrationPlan()
        plan.travelDate = CivilDate(dayNumber: 14_000)
        plan.destinationCounty = .said("440113")
        plan.route = .said("K5")
        plan.knowsName = .said("赵大姐")
        plan.checkInDays = "1 3"
        plan.codePhrase = .said("李子熟了")
        plan.copyLeftWith = .said("赵大姐")
        plan.returnFareYuan = 0
        plan.hotlineCard = .notWanted
        return plan
    }

    @Test func `nothing is missing when everything is answered`() {
        let readiness = Readiness(topics: core, checklist: allYes, ageInYears: 20)
        #expect(DepartureGap.all(readiness, plan: fullPlan).isEmpty)
    }

    @Test func `what she is not ready without comes first, and is marked`() {
        var answers = allYes
        answers[.noFeePaid] = .no
        answers[.licenceSeen] = nil
        let readiness = Readiness(
            topics: core.subtracting([.wages]), checklist: answers, ageInYears: 17)
        let gaps = DepartureGap.all(readiness, plan: nil)
        #expect(
            gaps.map(\.kind) == [
                .topic(.wages), .topic(.rightsUnder18), .refused(.noFeePaid), .plan(.plan),
                .unasked(.licenceSeen),
            ])
        #expect(gaps.map(\.isNeeded) == [true, true, true, false, false])
        for gap in gaps {
            for text in [gap.label, gap.text] {
                #expect(!text.english.isEmpty && !text.chinese.isEmpty)
            }
        }
        // Advice as before: the plan alone makes nobody unready.
        #expect(
            Readiness(topics: core, checklist: allYes, ageInYears: 20).isReady
                && !DepartureGap.all(
                    Readiness(topics: core, checklist: allYes, ageInYears: 20), plan: nil
                ).contains(where: \.isNeeded))
    }

    @Test func `every part of the plan is missed when it is not there, and only then`() {
        let readiness = Readiness(topics: core, checklist: allYes, ageInYears: 20)
        let gaps = DepartureGap.all(readiness, plan: MigrationPlan()).map(\.kind)
        let parts = DepartureGap.PlanPart.allCases.filter { $0 != .plan }
        #expect(gaps == parts.map { .plan($0) })
    }

    @Test func `what she declined to say is an answer`() {
        let readiness = Readiness(topics: core, checklist: allYes, ageInYears: 20)
        var plan = fullPlan
        plan.route = .missing(.prefersNot)
        plan.knowsName = .missing(.doesNotKnow)
        #expect(DepartureGap.all(readiness, plan: plan).isEmpty)
        plan.route = .missing(.notCollected)
        #expect(DepartureGap.all(readiness, plan: plan).map(\.kind) == [.plan(.route)])
    }
}
