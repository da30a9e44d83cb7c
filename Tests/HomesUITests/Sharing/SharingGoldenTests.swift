import HomesCore
import HomesUI
import TestSupport
import Testing

/// The screens of referrals, incidents, transfers and closures.
@Suite struct SharingGoldenTests {
    private func golden(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)],
        _ start: (Language) throws -> Journey, _ keys: String = ""
    ) throws {
        for language in Language.allCases {
            var journey = try start(language)
            journey.press(keys)
            journey.expectGolden(name, sizes: sizes)
        }
    }

    @Test func `Today with what is proposed, late, reported and to be told`() throws {
        try golden("today-sharing", sizes: Journey.allSizes, { try SharingStage.journey($0) })
        try golden("today-sharing-manager", { try SharingStage.journey(as: "manager", $0) })
        try golden("today-proposed", { try SharingStage.journey(as: "mei", $0) })
    }

    @Test func `a referral, and its answer`() throws {
        try golden(
            "referral", sizes: Journey.narrow, { try SharingStage.page("AH014-0001", $0) }, "R")
        try golden(
            "referral-consent", { try SharingStage.page("AH014-0004", $0) },
            "R<Enter>村法庭<Enter><Enter><Enter>1<F10>")
        try golden(
            "referral-answer", sizes: Journey.narrow, { try SharingStage.page("AH014-0001", $0) },
            "9<End><Up><Enter>")
        try golden(
            "resident-shared", { try SharingStage.page("AH014-0001", $0) }, "9<End>")
    }

    @Test func `incidents`() throws {
        try golden(
            "incidents", sizes: Journey.allSizes, { try SharingStage.journey($0) }, "i")
        try golden(
            "incident", sizes: Journey.narrow, { try SharingStage.journey($0) }, "i<Enter>")
        try golden(
            "incident-edit", { try SharingStage.journey($0) }, "i<Enter>e3<Enter>")
        try golden(
            "incident-new", sizes: Journey.narrow, { try SharingStage.page("AH014-0001", $0) }, "I")
        try golden(
            "incident-questions", { try SharingStage.page("AH014-0001", $0) },
            "I5<Enter><Enter><Enter>2<Enter>2<Enter>1<Enter>")
        try golden(
            "resident-incidents", { try SharingStage.page("AH014-0007", $0) }, "8")
    }

    @Test func `a transfer on both sides`() throws {
        try golden(
            "transfer", sizes: Journey.narrow, { try SharingStage.page("AH014-0001", $0) }, "T")
        try golden("transfer-back", { try SharingStage.page("AH014-0002", $0) }, "T")
        try golden(
            "transfer-offer", sizes: Journey.allSizes,
            { try SharingStage.journey(as: "mei", $0) }, "<Home><Enter>")
        try golden("resident-proposed", { try SharingStage.page("AH014-0002", $0) })
    }

    @Test func `a closure, asked and before the manager`() throws {
        try golden(
            "closure", sizes: Journey.narrow, { try SharingStage.page("AH014-0001", $0) }, "C")
        try golden(
            "closure-direct", { try SharingStage.page("AH014-0001", as: "manager", $0) }, "C")
        try golden(
            "closure-answer", sizes: Journey.narrow,
            { try SharingStage.page("AH014-0003", as: "manager", $0) }, "C")
    }

    @Test func `what an employer's incidents are`() throws {
        for language in Language.allCases {
            let programme = try SharingStage.make()
            let id = programme.employers["丽人发廊"] ?? ""
            var incident = Incident()
            incident.date = JourneyProgramme.today
            incident.`class` = .documentRetention
            incident.employerId = id
            try programme.store.recordIncident(
                incident, people: [], by: programme.signature("lin"))
            var journey = try Journey(
                language: language, opening: { _ in EmployerScreen(employerId: id) },
                programme: programme)
            journey.expectGolden("employer-incidents")
        }
    }
}
