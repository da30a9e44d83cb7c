import HomesCore
import Testing

@Suite struct `Readiness to depart` {
    private let allYes = Dictionary(
        uniqueKeysWithValues: ChecklistItem.allCases.map { ($0, YesNoNA.yes) })
    private let core = Set(Readiness.coreTopics)

    @Test func `an adult needs T1 to T10 and no item with no`() {
        #expect(Readiness.coreTopics.map(\.rawValue).last == "T10")
        #expect(Readiness(topics: core, checklist: allYes, ageInYears: 18).isReady)
        for topic in Readiness.coreTopics {
            let readiness = Readiness(
                topics: core.subtracting([topic]), checklist: allYes, ageInYears: 30)
            #expect(!readiness.isReady && readiness.missingTopics == [topic])
        }
        for item in ChecklistItem.allCases {
            var answers = allYes
            answers[item] = .no
            let refused = Readiness(topics: core, checklist: answers, ageInYears: 30)
            #expect(!refused.isReady && refused.refusedItems == [item])
            answers[item] = .notApplicable
            #expect(Readiness(topics: core, checklist: answers, ageInYears: 30).isReady)
            answers[item] = nil
            let unasked = Readiness(topics: core, checklist: answers, ageInYears: 30)
            #expect(unasked.isReady && unasked.unaskedItems == [item])
            #expect(unasked.advice(.english) == "Ready to depart; still to ask: 1")
        }
    }

    @Test func `under 18, or of unknown age, T11 is needed too`() {
        for age in [nil, 0, 15, 16, 17] {
            #expect(!Readiness(topics: core, checklist: allYes, ageInYears: age).isReady)
            let withRights = core.union([.rightsUnder18])
            #expect(Readiness(topics: withRights, checklist: allYes, ageInYears: age).isReady)
        }
    }

    @Test func `the advice names what is open`() {
        var answers = allYes
        answers[.copyLeft] = .no
        answers[.returnFare] = nil
        let readiness = Readiness(
            topics: core.subtracting([.contract]), checklist: answers, ageInYears: 40)
        #expect(
            readiness.advice(.english)
                == "Not ready yet; topics to cover: T4; checklist items with no: 1; still to ask: 1"
        )
        #expect(readiness.advice(.chinese) == "尚未准备好；未讲专题：T4；清单中答“否”：1项；还没问：1项")
    }
}

@Suite struct `Code lists` {
    private func problems<List: CodeList>(of list: List.Type) -> [String] {
        var found: [String] = []
        for value in List.allCases {
            for text in [value.label.english, value.label.chinese] where text.isEmpty {
                found.append("\(List.self).\(value.rawValue) lacks a language")
            }
            let isHan = value.label.chinese.unicodeScalars.contains { $0.value > 0x2E7F }
            if !isHan { found.append("\(List.self).\(value.rawValue) has no Chinese") }
        }
        if Set(List.allCases.map(\.label.chinese)).count != List.allCases.count {
            found.append("\(List.self) says the same for two codes in Chinese")
        }
        if Set(List.allCases.map(\.label.english)).count != List.allCases.count {
            found.append("\(List.self) says the same for two codes in English")
        }
        return found
    }

    @Test func `every code has its own words in both languages`() {
        let lists: [[String]] = [
            problems(of: YesNo.self), problems(of: YesNoNA.self), problems(of: YesNoUnknown.self),
            problems(of: AgeBand.self), problems(of: AreaRole.self), problems(of: HostType.self),
            problems(of: ServiceMode.self), problems(of: HomeStatus.self),
            problems(of: OrganisationType.self), problems(of: BedType.self),
            problems(of: BedAvailability.self), problems(of: BedStatus.self),
            problems(of: AssignmentReason.self), problems(of: ReservationOutcome.self),
            problems(of: StayState.self), problems(of: PriorLivingSituation.self),
            problems(of: LengthOfStayThere.self), problems(of: HouseholdRelationship.self),
            problems(of: ExitType.self), problems(of: Destination.self),
            problems(of: AbsenceReason.self), problems(of: Sex.self), problems(of: Gender.self),
            problems(of: NameDataQuality.self), problems(of: BirthdateQuality.self),
            problems(of: MaritalStatus.self), problems(of: Education.self),
            problems(of: SchoolStatus.self), problems(of: IDDocumentType.self),
            problems(of: IDHeldBy.self), problems(of: HukouType.self),
            problems(of: ContactKind.self), problems(of: ConsentPurpose.self),
            problems(of: ConsentGivenBy.self), problems(of: CaseStatus.self),
            problems(of: CaseWorkflow.self), problems(of: RiskLevel.self),
            problems(of: ClosureReason.self), problems(of: ReferralSource.self),
            problems(of: IncomingReferralReason.self), problems(of: TraffickingStatus.self),
            problems(of: StatusDecisionMaker.self), problems(of: RiskStage.self),
            problems(of: RiskItemLevel.self), problems(of: SessionMode.self),
            problems(of: SessionKind.self), problems(of: ReferralDirection.self),
            problems(of: ReferralTimeframe.self), problems(of: ReferralStatus.self),
            problems(of: ReferralResult.self), problems(of: IncidentClass.self),
            problems(of: TurnAwayReason.self), problems(of: JobSource.self),
            problems(of: WageBasis.self), problems(of: ApprovedStatus.self),
            problems(of: VerdictCode.self), problems(of: PlacementEndReason.self),
            problems(of: EmploymentType.self), problems(of: FollowUpMethod.self),
            problems(of: FollowUpReached.self), problems(of: Role.self),
            problems(of: CounsellingTopic.self), problems(of: ChecklistItem.self),
            problems(of: ILOIndicator.self), problems(of: ExploitationSignal.self),
        ]
        print("code lists looked at: \(lists.count)")
        #expect(lists.flatMap { $0 }.isEmpty)
    }

    /// Says one thing for two codes: the search above has to notice.
    private enum Twice: String, CodeList {
        case one, two
        var label: Phrase { Phrase("same", "same") }
    }

    @Test func `the search notices a list without words`() {
        #expect(problems(of: Twice.self).count == 4)
    }

    @Test func `missing values stay apart`() {
        #expect(YesNo.doesNotKnow.isMissing && !YesNo.doesNotKnow.isGap)
        #expect(YesNo.notCollected.isMissing && YesNo.notCollected.isGap)
        #expect(!YesNo.no.isMissing)
        #expect(Destination.label(of: "HOSPITAL")(.english) == "Hospital")
        #expect(Destination.label(of: "OLD_CODE")(.chinese) == "OLD_CODE")
        #expect(YesNo.codes == ["1", "0", "8", "9", "99"])
    }

    @Test func `the lists have the lengths the standards give them`() {
        #expect(CounsellingTopic.allCases.count == 14)
        #expect(ChecklistItem.allCases.count == 10)
        #expect(ILOIndicator.allCases.count == 11)
    }
}
