import Testing

@testable import HomesCore

@Suite struct WorkflowTests {
    private func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(dayNumber: 0) }

    @Test func `a case goes from new over assessment, plan and services to done and closed`() {
        let may = day("2007-05-01")
        var facts = CaseFacts(status: .active)
        #expect(CaseWorkflow(facts) == .new)
        facts.assessedOn = [may]
        #expect(CaseWorkflow(facts) == .assessment)
        facts.goals = [CaseFacts.Goal(.open)]
        #expect(CaseWorkflow(facts) == .casePlan)
        facts.servicesOn = [may]
        #expect(CaseWorkflow(facts) == .serviceProvision)
        facts.goals = [CaseFacts.Goal(.met, endedOn: may), CaseFacts.Goal(.open)]
        #expect(CaseWorkflow(facts) == .serviceProvision)
        facts.goals = [
            CaseFacts.Goal(.met, endedOn: may), CaseFacts.Goal(.dropped, endedOn: may),
        ]
        #expect(CaseWorkflow(facts) == .servicesImplemented)
        facts.status = .followUp
        #expect(CaseWorkflow(facts) == .servicesImplemented)
        for status in [CaseStatus.closed, .closedReferred] {
            facts.status = status
            #expect(CaseWorkflow(facts) == .closed)
        }
    }

    @Test func `goals that were all dropped are no plan`() {
        var facts = CaseFacts(status: .active)
        facts.goals = [CaseFacts.Goal(.dropped, endedOn: day("2007-05-01"))]
        #expect(CaseWorkflow(facts) == .new)
        facts.assessedOn = [day("2007-05-01")]
        #expect(CaseWorkflow(facts) == .assessment)
    }

    @Test func `after it was opened again only what came since counts, and open goals`() {
        let before = day("2007-05-01")
        let since = day("2007-06-01")
        var facts = CaseFacts(
            status: .active, reopenedOn: since, assessedOn: [before],
            goals: [CaseFacts.Goal(.met, endedOn: before)], servicesOn: [before])
        #expect(CaseWorkflow(facts) == .reopened)
        facts.assessedOn.append(since)
        #expect(CaseWorkflow(facts) == .assessment)
        facts.goals.append(CaseFacts.Goal(.open))
        #expect(CaseWorkflow(facts) == .casePlan)
        facts.servicesOn.append(since)
        #expect(CaseWorkflow(facts) == .serviceProvision)
        facts.goals = [CaseFacts.Goal(.met, endedOn: since)]
        #expect(CaseWorkflow(facts) == .servicesImplemented)
        facts.status = .closed
        #expect(CaseWorkflow(facts) == .closed)
    }

    @Test func `every step of the workflow is reached by some facts`() {
        let date = day("2007-05-01")
        var reached: Set<CaseWorkflow> = []
        var cases = 0
        for status in CaseStatus.allCases {
            for reopened in [nil, date] {
                for assessed in [[], [date]] {
                    for goals in [[], [CaseFacts.Goal(.open)], [.init(.met, endedOn: date)]] {
                        for services in [[], [date]] {
                            cases += 1
                            reached.insert(
                                CaseWorkflow(
                                    CaseFacts(
                                        status: status, reopenedOn: reopened,
                                        assessedOn: assessed, goals: goals, servicesOn: services)))
                        }
                    }
                }
            }
        }
        print("workflow: \(cases) combinations of facts")
        #expect(reached == Set(CaseWorkflow.allCases))
    }

    @Test func `the next review is proposed sooner the higher the level`() {
        let date = day("2007-06-15")
        let days = RiskLevel.allCases.map { level in
            date.days(until: RiskReview.proposal(at: level, assessedOn: date))
        }
        #expect(days == [7, 14, 30])
    }

    @Test func `the bank has its ten of intake, three levels and no question twice`() {
        #expect(RiskFactor.allCases.count == 30)
        #expect(RiskFactor.atIntake.count == 10)
        #expect(RiskFactor.byLevel.count == RiskFactor.allCases.count)
        for level in RiskItemLevel.allCases {
            #expect(RiskFactor.allCases.count { $0.level == level } >= 8)
        }
        for language in Language.allCases {
            let labels = Set(RiskFactor.allCases.map { $0.label(language) })
            #expect(labels.count == RiskFactor.allCases.count)
        }
        for factor in RiskFactor.allCases {
            #expect(factor.label.english != factor.rawValue)
            #expect(ColumnWidth.of(factor.label.english) <= 36)
        }
    }
}
