import HomesCore
import Testing

@Suite struct `Migration card` {
    private var plan: MigrationPlan {
        var plan = MigrationPlan()
        plan.travelDate = CivilDate(year: 2007, month: 6, day: 18)
        plan.destinationCounty = .said("440113")
        plan.destinationContact = .said("宏达电子厂")
        plan.destinationPhone = .said("13800000077")
        plan.route = .said("K5 to Guangzhou")
        plan.knowsName = .said("赵大姐")
        plan.knowsPhone = .said("13800000088")
        plan.checkInDays = "1 3 7"
        plan.checkInMethod = .phone
        plan.codePhrase = .said("李子熟了")
        plan.note = "the home in Yingshang"
        return plan
    }

    private func text(_ card: MigrationCard) -> String {
        card.panels.flatMap { [$0.title] + $0.lines }
            .map { $0.english + "\n" + $0.chinese }.joined(separator: "\n")
    }

    @Test func `the open card has the numbers, her rights with their articles, and her days`() {
        let card = text(MigrationCard(plan, kind: .open))
        for word in [
            "12338", "110", "12333", "120", "Labour Contract Law 9", "劳动合同法第9条",
            "Labour Law 36, 38", "劳动法第50条", "2007-06-19", "2007-06-21", "2007-06-25",
        ] {
            #expect(card.contains(word), "\(word)")
        }
        #expect(MigrationCard(plan, kind: .open).panels[1].lines.count == 6)
    }

    @Test func `no card says where she goes, who knows, or from where she comes`() {
        for kind in [PocketCard.open, .discreet] {
            let card = text(MigrationCard(plan, kind: kind))
            for word in [
                "440113", "宏达", "1380000", "Guangzhou", "赵大姐", "Yingshang", "AH-014", "颍上",
            ] {
                #expect(!card.contains(word), "\(kind): \(word)")
            }
        }
    }

    @Test func `the code phrase is on the card only if she wants it there`() {
        for kind in [PocketCard.open, .discreet] {
            var plan = plan
            for answer in [YesNo.no, .notCollected, .doesNotKnow, .prefersNot] {
                plan.codePhraseOnPaper = answer
                #expect(!text(MigrationCard(plan, kind: kind)).contains("李子熟了"))
            }
            plan.codePhraseOnPaper = .yes
            #expect(text(MigrationCard(plan, kind: kind)).contains("李子熟了"))
        }
    }

    @Test func `the discreet card shows nothing to a stranger`() {
        var cases = 0
        let phrases: [Told] = [
            Told(nil), .said("李子熟了"), .said("call the police"), .said("妇女之家"), .said("ＰＯＬＩＣＥ"),
            .said("安 全"), .missing(.prefersNot),
        ]
        for phrase in phrases {
            for days in [nil, "1 3 7", "0"] {
                for travel in [nil, CivilDate(year: 2007, month: 6, day: 18)] {
                    var plan = plan
                    plan.codePhrase = phrase
                    plan.codePhraseOnPaper = .yes
                    plan.checkInDays = days
                    plan.travelDate = travel
                    let card = MigrationCard(plan, kind: .discreet)
                    for panel in card.panels {
                        for line in [panel.title] + panel.lines {
                            cases += 1
                            #expect(!MigrationCard.isGiveaway(line.english), "\(line.english)")
                            #expect(!MigrationCard.isGiveaway(line.chinese), "\(line.chinese)")
                        }
                    }
                }
            }
        }
        // The control: the open card is full of such words.
        let open = MigrationCard(plan, kind: .open).panels.flatMap { [$0.title] + $0.lines }
        let given = open.count { MigrationCard.isGiveaway($0.english) }
        #expect(given >= 8)
        print("discreet card: \(cases) lines without a word; \(given) of the open card have one")
    }

    @Test func `the numbers stand on the discreet card, for her who knows them`() {
        let card = text(MigrationCard(plan, kind: .discreet))
        for number in ["12338", "110", "12333", "120", "6/19", "6/21", "6/25"] {
            #expect(card.contains(number), "\(number)")
        }
    }
}
