import Testing

@testable import HomesCore

@Suite struct PlacementsTests {
    let fixture: WorkFixture
    let employer: Employer

    init() throws {
        fixture = try WorkFixture()
        employer = try fixture.addEmployer()
    }

    func offer(_ change: (inout JobOffer) -> Void = { _ in }) throws -> JobOffer {
        var offer = fixture.goodOffer(of: employer)
        change(&offer)
        return try fixture.store.recordOffer(offer, by: fixture.caseworker)
    }

    func placement(_ offer: JobOffer, of person: Person? = nil) -> Placement {
        var placement = Placement()
        placement.personId = (person ?? fixture.person).id
        placement.offerId = offer.id
        placement.startDate = fixture.today
        return placement
    }

    @Test func `a start keeps every check and plans five follow-ups`() throws {
        let saved = try fixture.store.startPlacement(
            placement(try offer()), by: fixture.caseworker)
        #expect(saved.homeId == fixture.home.id)
        let followUps = try fixture.store.read { db in
            try db.fetchValid(FollowUp.self, "placementId = ?", [saved.id], order: "dueOn")
        }
        #expect(
            followUps.map(\.dueOn.iso) == [
                "2010-03-08", "2010-03-12", "2010-04-04", "2010-06-03", "2010-09-01",
            ])
        let checks = try fixture.store.read { db in
            try db.fetchValid(OfferCheck.self, "placementId = ?", [saved.id])
        }
        let inForce = try fixture.store.checkOffer(
            saved.offerId, personId: saved.personId, startDate: saved.startDate,
            by: fixture.caseworker
        ).filter { $0.outcome != nil }
        #expect(Set(checks.map(\.ruleCode)) == Set(inForce.map(\.code.rawValue)))
        #expect(checks.allSatisfy { $0.checkedOn == fixture.today && $0.verdict != .fail })
        #expect(checks.first?.articlePhrase.chinese.contains("《") == true)
        let journal = try fixture.journal(.startPlacement)
        #expect(journal.count { $0 == "create followUp" } == 5)
        #expect(journal.count { $0 == "create offerCheck" } == checks.count)
    }

    @Test func `nobody sets aside a fee, a kept card or an age under 16`() throws {
        let girl = try fixture.addPerson("AH001-0002", born: "1994-03-06")
        let override = PlacementOverride(
            reason: "She wants it very much and so do we",
            second: fixture.proof(of: fixture.supervisor))
        var texts: [String] = []
        for (offer, person) in [
            (try offer { $0.feeAskedYuan = 100 }, fixture.person),
            (try offer { $0.idDemanded = .yes }, fixture.person), (try offer(), girl),
        ] {
            let error = refusal {
                try fixture.store.startPlacement(
                    placement(offer, of: person), override: override, by: fixture.caseworker)
            }
            guard case .notAllowed(let phrase)? = error else {
                Issue.record("was allowed: \(String(describing: error))")
                continue
            }
            texts.append(phrase.english)
            #expect(phrase.chinese.contains("《"))
        }
        #expect(texts[0].contains("L8") && texts[0].contains("Labour Contract Law"))
        #expect(texts[1].contains("L7") && texts[1].contains("Labour Contract Law"))
        #expect(texts[2].contains("L1") && texts[2].contains("L2"))
        #expect(try fixture.journal(.startPlacement) == [])
    }

    @Test func `no start date typed wrong lets a child pass, not even one before her birth`() throws
    {
        let girl = try fixture.addPerson("AH001-0002", born: "1994-03-06")
        let offer = try offer()
        for start in ["1994-03-05", "1960-01-01", "2009-01-01", "2010-03-05", "2010-03-06"] {
            var wanted = placement(offer, of: girl)
            wanted.startDate = HouseFixture.day(start)
            let error = refusal {
                try fixture.store.startPlacement(wanted, by: fixture.caseworker)
            }
            if error == .refused(.startFarAway) { continue }
            guard case .notAllowed(let phrase)? = error else {
                Issue.record("\(start): \(String(describing: error))")
                continue
            }
            #expect(phrase.english.contains("L1") || phrase.english.contains("L2"), "\(start)")
        }
    }

    @Test func `an offer with an old date is judged by the law of the day she starts`() throws {
        for offer in [
            try offer { ($0.offeredOn, $0.idDemanded) = (HouseFixture.day("2007-12-31"), .yes) },
            try offer { ($0.offeredOn, $0.feeAskedYuan) = (HouseFixture.day("2007-12-31"), 1) },
        ] {
            #expect(throws: StoreError.self) {
                try fixture.store.startPlacement(placement(offer), by: fixture.caseworker)
            }
        }
        #expect(try fixture.journal(.startPlacement) == [])
    }

    @Test func `sixteen on the start date is old enough`() throws {
        let girl = try fixture.addPerson("AH001-0002", born: "1994-03-05")
        let error = refusal {
            try fixture.store.startPlacement(
                placement(try offer(), of: girl), by: fixture.caseworker)
        }
        if case .notAllowed(let phrase)? = error {
            #expect(!phrase.english.contains("L1 ") && !phrase.english.contains("L2 "))
        }
    }

    @Test func `another failed check takes a written override by manager and supervisor`() throws {
        let long = try offer { $0.hoursPerDay = 11 }
        guard
            case .notAllowed(let phrase)? = refusal({
                try fixture.store.startPlacement(placement(long), by: fixture.caseworker)
            })
        else {
            Issue.record("was allowed")
            return
        }
        #expect(phrase.english.contains("L16") && phrase.english.contains("supervisor"))
        let reason = "Peak season; agreed with the labour bureau"
        for second in [
            nil, fixture.proof(of: fixture.caseworker), fixture.proof(of: fixture.manager),
            fixture.proof(of: fixture.officer),
        ] {
            #expect(
                refusal {
                    try fixture.store.startPlacement(
                        placement(long),
                        override: PlacementOverride(reason: reason, second: second),
                        by: fixture.manager)
                } == .refused(.needsTwoPersons))
        }
        #expect(
            refusal {
                try fixture.store.startPlacement(
                    placement(long),
                    override: PlacementOverride(
                        reason: String(repeating: "x", count: 19),
                        second: fixture.proof(of: fixture.supervisor)), by: fixture.manager)
            } == .refused(.overrideNeedsReason))
        #expect(
            refusal {
                try fixture.store.startPlacement(
                    placement(long),
                    override: PlacementOverride(
                        reason: reason, second: fixture.proof(of: fixture.supervisor)),
                    by: fixture.caseworker)
            } == .refused(.roleMayNot))
        let saved = try fixture.store.startPlacement(
            placement(long),
            override: PlacementOverride(
                reason: reason, second: fixture.proof(of: fixture.supervisor)),
            by: fixture.manager)
        #expect(saved.overrideReason == reason)
        #expect(saved.overrideBy == fixture.manager.userId)
        #expect(saved.overrideSecondBy == fixture.supervisor.userId)
    }

    @Test func `an override that nothing needs is not kept`() throws {
        let saved = try fixture.store.startPlacement(
            placement(try offer()),
            override: PlacementOverride(
                reason: String(repeating: "x", count: 30),
                second: fixture.proof(of: fixture.supervisor)),
            by: fixture.caseworker)
        #expect(saved.overrideReason == nil)
    }

    @Test func `an employer that is not approved takes two persons, and the day is kept`() throws {
        let offer = try offer()
        let override = PlacementOverride(
            reason: "Her sister works there; we go along on the first day",
            second: fixture.proof(of: fixture.supervisor))
        for status in [ApprovedStatus.suspended, .blacklisted, .pending] {
            _ = try fixture.store.approveEmployer(
                employer.id, status: status, reason: "wages", by: fixture.caseworker,
                second: fixture.proof(of: fixture.manager))
            for signature in [fixture.caseworker, fixture.manager] {
                let refused = refusal {
                    try fixture.store.startPlacement(placement(offer), by: signature)
                }
                guard case .notAllowed(let phrase)? = refused else {
                    Issue.record("\(status) was allowed")
                    return
                }
                #expect(phrase.english.contains(status.label.english), "\(phrase.english)")
            }
            #expect(
                refusal {
                    try fixture.store.startPlacement(
                        placement(offer), override: override, by: fixture.caseworker)
                } == .refused(.roleMayNot))
        }
        let saved = try fixture.store.startPlacement(
            placement(offer), override: override, by: fixture.manager)
        #expect(saved.employerStatusAtStart == .pending)
        #expect(saved.overrideOn == fixture.today)
        #expect(saved.overrideSecondBy == fixture.supervisor.userId)
    }

    @Test func `one woman has one job at a time, and the next begins when the last has ended`()
        throws
    {
        let offer = try offer()
        var early = placement(offer)
        early.startDate = WorkFixture.day("2010-03-01")
        let first = try fixture.store.startPlacement(early, by: fixture.caseworker)
        #expect(
            refusal { try fixture.store.startPlacement(placement(offer), by: fixture.caseworker) }
                == .refused(.placementOverlap))
        let ended = try fixture.store.endPlacement(
            first.id, on: fixture.today, reason: .quitConditions, by: fixture.caseworker)
        #expect(ended.followUpsStillDue.count == 5)
        #expect(ended.placement.endReason == .quitConditions)
        _ = try fixture.store.startPlacement(placement(offer), by: fixture.caseworker)
        #expect(
            refusal {
                try fixture.store.endPlacement(
                    first.id, on: fixture.today, reason: .abuse, by: fixture.caseworker)
            } == .refused(.placementEnded))
    }

    @Test func `a placement ends between its start and today`() throws {
        let saved = try fixture.store.startPlacement(
            placement(try offer()), by: fixture.caseworker)
        for (days, expected) in [(-1, Refusal.invalidValue), (1, .dateInFuture)] {
            #expect(
                refusal {
                    try fixture.store.endPlacement(
                        saved.id, on: fixture.today.adding(days: days), reason: .family,
                        by: fixture.caseworker)
                } == .refused(expected))
        }
        #expect(
            refusal {
                try fixture.store.endPlacement(
                    saved.id, on: fixture.today, reason: .family, by: fixture.elsewhere)
            } == .noSuchRecord)
    }

    @Test func `another home's woman is nobody`() throws {
        let hers = try fixture.addPerson("AH002-0001", home: fixture.otherHome)
        let offer = try offer()
        #expect(
            refusal {
                try fixture.store.startPlacement(
                    placement(offer, of: hers), by: fixture.caseworker)
            } == .noSuchRecord)
        #expect(
            refusal { try fixture.store.startPlacement(placement(offer), by: fixture.supervisor) }
                == .refused(.roleMayNot))
    }

    @Test func `an edited placement keeps its start, its offer and its override`() throws {
        var saved = try fixture.store.startPlacement(
            placement(try offer()), by: fixture.caseworker)
        let start = saved.startDate
        saved.startDate = start.adding(days: -30)
        saved.contractSignedOn = fixture.today
        saved.overrideReason = "x"
        let edited = try fixture.store.editPlacement(saved, by: fixture.caseworker)
        #expect(edited.startDate == start)
        #expect(edited.contractSignedOn == fixture.today)
        #expect(edited.overrideReason == nil)
    }

    @Test func `a start is undone with its checks and calls, and can be made again`() throws {
        let offer = try offer()
        _ = try fixture.store.startPlacement(placement(offer), by: fixture.caseworker)
        let undoable = try #require(try fixture.store.lastUndoable(by: fixture.caseworker))
        #expect(undoable.operation == .startPlacement)
        try fixture.store.undo(operationId: undoable.operationId, by: fixture.caseworker)
        let page = try fixture.store.residentPage(fixture.person.id, by: fixture.caseworker)
        #expect(page.placements == [] && page.followUps == [])
        _ = try fixture.store.startPlacement(placement(offer), by: fixture.caseworker)
    }

    @Test func `what was kept in both languages is read back in both`() {
        let phrase = Phrase("Fee of 100 yuan", "收费100元")
        #expect(Phrase(kept: phrase.kept) == phrase)
        #expect(Phrase(kept: "plain") == Phrase(verbatim: "plain"))
    }
}
