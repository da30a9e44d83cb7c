import HomesCore
import HomesUI
import TestSupport
import Testing

/// The whole intake by keys: how many it takes, where it may stop, who comes along.
@Suite struct IntakeDoorTests {
    private func page(_ journey: Journey, _ code: String) throws -> ResidentPage {
        let signature = journey.programme.signature("lin", hour: 12)
        let home = try #require(signature.homeId)
        let rows = try journey.store.residentList(homeId: home, filter: .all, by: signature)
        let row = try #require(rows.first { $0.personCode == code })
        return try journey.store.residentPage(row.personId, by: signature)
    }

    /// What somebody presses: her data, and the keys beside it.
    private struct Typist {
        var journey: Journey
        var keys = 0

        /// Characters of her data.
        mutating func data(_ text: String) { journey.press(text) }

        /// Keys that are not.
        mutating func press(_ notation: String) {
            keys += Key.parse(notation).count
            journey.press(notation)
        }

        /// Goes down to a field.
        mutating func goTo(_ label: String) {
            for _ in 0..<60 where !journey.cursorLine().contains(label) { press("<Down>") }
            #expect(journey.cursorLine().contains(label), "\(journey.screen())")
        }
    }

    // MARK: Keys

    @Test func `admitting a woman into a free bed takes at most 40 keys beside her data`() throws {
        var typist = Typist(journey: try Journey())
        typist.press("2")
        typist.data("341226198803050264")
        typist.press("<Enter>")
        typist.data("黄小丽")
        typist.press("<Enter>")
        typist.goTo("held by")
        typist.data("1")
        typist.press("<PageDown>")
        typist.data("1")
        typist.press("<Enter>")
        typist.data("2")
        typist.press("<Enter>")
        typist.data("2")
        typist.press("<Enter>")
        typist.data("19:00-21:00")
        typist.goTo("Phone")
        typist.data("13800000077")
        typist.press("<PageDown><PageDown>")
        typist.data("station")
        typist.press("<Enter>")
        typist.goTo("Needs")
        typist.data("安全、工作")
        typist.press("<PageDown><PageDown><PageDown><PageDown>")
        typist.data("2")
        typist.press("<Enter>")
        typist.data("2")
        typist.press("<PageDown>")
        typist.data("1")
        typist.press("<Enter>")
        typist.data("1")
        typist.press("<PageDown>")
        typist.goTo("House rules")
        typist.data("t")
        typist.press("<F10>")
        let journey = typist.journey
        print("admission: \(typist.keys) keys beside her data")
        #expect(typist.keys <= 40)
        #expect(journey.shell.top is ResidentScreen)
        let page = try page(journey, "AH014-0010")
        #expect(page.person.nameZh == .said("黄小丽") && page.person.idHeldBy == .herself)
        #expect(page.contacts.first?.contact.phone == .said("13800000077"))
        #expect(page.contacts.first?.contact.mayCall == .yes)
        #expect(page.openCase?.referralSource == .stationDesk)
        #expect(page.openStay?.stay.needs == .said("安全、工作"))
        #expect(page.openStay?.stay.houseRulesExplainedOn == JourneyProgramme.today)
        #expect(page.risks.first?.assessment.herOwnRating == .medium)
        #expect(page.risks.first?.assessment.workerRating == .medium)
        #expect(page.consents.count == 2)
        #expect(page.openStay?.beds.last?.room == "1")
        #expect(IntakeGaps.missing(in: page).isEmpty)
    }

    // MARK: Stopping

    @Test func `the interview may stop at every question and keeps what was answered`() throws {
        let count = IntakeScreen(try Journey().world).form.rows.count { $0.skipped == nil }
        var stops = 0
        for stop in stride(from: 0, to: count, by: 4) {
            var journey = try Journey()
            journey.press("2341226198803050264" + String(repeating: "<Down>", count: stop))
            journey.press("<F11>")
            #expect(
                journey.message().contains("Admitted AH014-0010"), "\(stop): \(journey.screen())")
            let page = try page(journey, "AH014-0010")
            #expect(page.person.prs_IdentityNumber == .said("341226198803050264"))
            #expect(page.openStay != nil)
            #expect(journey.screen().contains("Still to ask"), "\(journey.screen())")
            stops += 1
        }
        print("intake stopped at \(stops) of \(count) fields, each time saved")
        #expect(stops > 12)
    }

    @Test func `nothing but a bed is saved, and her page says what is still to ask`() throws {
        var journey = try Journey()
        journey.press("2<F11>")
        #expect(journey.message().contains("Admitted AH014-0010"), "\(journey.screen())")
        let page = try page(journey, "AH014-0010")
        #expect(page.person.nameZh == .missing(.notCollected))
        #expect(IntakeGaps.missing(in: page) == IntakeGaps.allCases)
        #expect(try journey.store.check().isEmpty)
        // What she declines was asked.
        journey.press("e<Down><F6><F6><F10>")
        #expect(
            !IntakeGaps.missing(in: try self.page(journey, "AH014-0010")).contains(.name))
    }

    @Test func `every field of person, contact, case and stay is in the form, or has its place`()
        throws
    {
        let rows = Set(IntakeScreen(try Journey(as: "mei").world).form.rows.map(\.id))
        func missing<R: HomesCore.Record>(
            _ type: R.Type, _ prefix: String, _ elsewhere: Set<String>
        ) -> [String] {
            R.fields.filter(\.kind.isTypedByPeople).map(\.name).filter {
                !elsewhere.contains($0) && !rows.contains("\(prefix).\($0)")
            }
        }
        #expect(missing(Person.self, "person", []).isEmpty)
        // Her own: no other name; the flags are confirmed by saying them.
        let own: Set = ["kind", "name", "relation", "mayBeTold", "checkedOn"]
        #expect(missing(Contact.self, "contact", own).isEmpty)
        #expect(missing(Contact.self, "emergency", ["kind", "checkedOn"]).isEmpty)
        let closure: Set = ["cas_Status", "cas_ReasonForCaseClosure", "dateClosure"]
        #expect(missing(Case.self, "case", closure).isEmpty)
        // Handed in item by item; how it ends is asked at the end.
        let end: Set = [
            "state", "belongings", "exitDate", "exitType", "destination", "destinationPlace",
            "destinationSafeClient", "destinationSafeWorker", "exitInterview", "aftercare",
        ]
        #expect(missing(Stay.self, "stay", end).isEmpty)
        for purpose in ConsentPurpose.allCases {
            #expect(rows.contains("consent.\(purpose.rawValue)"))
        }
        #expect(!missing(Person.self, "nobody", []).isEmpty)
    }

    @Test func `no phone stands before its flags in any form of the door`() throws {
        let rows = IntakeScreen(try Journey().world).form.rows.map(\.id)
        let flags = ["mayCall", "mayText", "mayLeaveMessage", "hours", "whoMayAnswer", "persona"]
        for contact in ["contact", "emergency"] {
            let phone = try #require(rows.firstIndex(of: contact + ".phone"))
            for flag in flags {
                #expect(try #require(rows.firstIndex(of: contact + "." + flag)) < phone)
            }
        }
        let world = try Journey().world
        for rows in [
            ReservationFormScreen(world).form.rows, TurnAwayFormScreen(world).form.rows,
            VisitFormScreen(world).form.rows,
        ] {
            let phones = rows.filter { if case .phone = $0.kind { true } else { false } }
            // An outsider's number is no way to reach her, and is compared and not called.
            #expect(phones.allSatisfy { $0.id == "visit.outsiderPhone" })
        }
    }

    // MARK: Household

    @Test func `one key goes on with her child, and with the next one`() throws {
        var journey = try Journey()
        journey.press("2341226198803050264<Enter>黄小丽")
        for _ in 0..<12 where !journey.cursorLine().contains("Children") { journey.press("<Down>") }
        journey.press("2<F10>")
        #expect(journey.message().contains("+: her child"), "\(journey.screen())")
        for (index, name) in ["小红", "小花"].enumerated() {
            journey.press("+")
            #expect(journey.line(0).contains("Child of AH014-0010"), "\(journey.screen())")
            journey.press("<Down>\(name)<Down>2003-04-0\(index + 1)<F10>")
            #expect(
                journey.message().contains("Admitted AH014-001\(index + 1)"),
                "\(journey.screen())")
            #expect(journey.shell.top is ResidentScreen)
            #expect(journey.screen().contains("Her child"), "\(journey.screen())")
        }
        let mother = try page(journey, "AH014-0010")
        #expect(mother.openStay?.childrenCodes == ["AH014-0011", "AH014-0012"])
        let child = try page(journey, "AH014-0012")
        #expect(child.openStay?.motherCode == "AH014-0010")
        #expect(child.openStay?.stay.relationshipToHoH == .child)
        #expect(child.openStay?.beds.last?.isWithMother == true)
        #expect(child.openStay?.beds.last?.bedId == mother.openStay?.beds.last?.bedId)
        #expect(try journey.store.check().isEmpty)
        // Her line leads to the child's page.
        journey.press("1<Home>")
        for _ in 0..<8 where !journey.cursorLine().contains("AH014-0011") {
            journey.press("<Down>")
        }
        journey.press("<Enter>")
        #expect(journey.line(0).contains("AH014-0011"), "\(journey.screen())")
    }

    @Test func `a child's intake that is left comes back from its draft`() throws {
        var journey = try Journey()
        journey.press("1<Enter>+<Down>小红<Down><Esc><Esc><Esc>")
        for _ in 0..<12 where !journey.cursorLine().contains("Intake") { journey.press("<Down>") }
        journey.press("<Enter>")
        #expect(journey.line(0).contains("Child of AH014-0001"), "\(journey.screen())")
        #expect(journey.screen().contains("小红"))
    }

    @Test func `under 14 a guardian agrees, unless the guardian is unsafe`() throws {
        var journey = try Journey()
        journey.press("2<Down>小红<Down>1995-04-01" + String(repeating: "<PageDown>", count: 8))
        journey.press("1<Enter>")
        for _ in 0..<12 where !journey.cursorLine().contains("Given by") { journey.press("<Down>") }
        journey.press("1<F10>")
        #expect(journey.message().contains("guardian"), "\(journey.screen())")
        #expect(journey.cursorLine().contains("Given by"), "\(journey.screen())")
        journey.press("4<F10>")
        #expect(journey.message().contains("Admitted"), "\(journey.screen())")
        let page = try page(journey, "AH014-0010")
        #expect(page.consents.map(\.consent.givenBy) == [.guardianUnsafe])
    }

    @Test func `what she hands in at the door is on a receipt; a paper only at her wish`() throws {
        var journey = try Journey()
        journey.press("2<Down>孙小妹" + String(repeating: "<PageDown>", count: 10))
        #expect(journey.cursorLine().contains("Things"), "\(journey.screen())")
        journey.press("2 包，手机<Enter><Enter>身份证<F10>")
        #expect(journey.message().contains("1 to correct"), "\(journey.screen())")
        journey.press("2<F10>")
        #expect(journey.message().contains("own wish"), "\(journey.screen())")
        journey.press("1<F10>")
        #expect(journey.message().contains("Admitted"), "\(journey.screen())")
        let page = try page(journey, "AH014-0010")
        #expect(page.belongings.map(\.item) == ["包", "手机", "身份证"])
        #expect(page.belongings.map(\.count) == [2, 1, 1])
        #expect(Set(page.belongings.map(\.receiptNumber)) == ["AH014-0010-R1"])
        #expect(journey.screen().contains("Paper kept here"), "\(journey.screen())")
    }
}

extension FieldKind {
    /// Whether somebody types it in a form.
    fileprivate var isTypedByPeople: Bool {
        switch self {
        case .reference, .kept: false
        default: true
        }
    }
}
