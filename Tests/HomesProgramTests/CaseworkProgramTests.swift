import Foundation
import HomesCore
import HomesUI
import TestSupport
import Testing

/// The caseworker's day through the real program in a real pseudo-terminal, from intake to exit,
/// and what the file holds afterwards.
@Suite struct CaseworkProgramTests {
    private static let today = "2008-03-03"

    /// An invented programme of a small size, in a folder of its own.
    private func madeProgramme() throws -> String {
        let folder = NSTemporaryDirectory() + "homes-casework-" + UUID().uuidString
        let maker = try PtyProgram(
            PtyProgram.built("homes"),
            [
                "demo", "--no-open", "--dir", folder, "--residents", "300", "--seed", "7",
                "--today", Self.today,
            ])
        try #require(maker.waitForExit(timeout: 120) == .exited(0), "\(maker.screenText)")
        return folder
    }

    private func opened(_ folder: String, language: String = "en") throws -> PtyProgram {
        let program = try PtyProgram(
            PtyProgram.built("homes"), ["--dir", folder, "--lang", language])
        try #require(program.waitFor("admin", timeout: 60), "\(program.screenText)")
        return program
    }

    /// Presses keys and waits for what they lead to.
    private func press(_ keys: String, until text: String, _ program: PtyProgram) throws {
        program.sendKeys(keys)
        try #require(program.waitFor(text, timeout: 60), "\(keys)\n\(program.screenText)")
    }

    @Test func `a woman is admitted, counselled, placed, called and let go, and the file says so`()
        throws
    {
        let folder = try madeProgramme()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let program = try opened(folder)
        try press(program.signInKeys("lin"), until: "lin · Caseworker · AH-014", program)

        // Intake: her number and her name are enough.
        try press("2", until: "Identity number", program)
        try press("341226198803050264<Enter>", until: "the check fits", program)
        try press("黄小丽<F10>", until: "Admitted AH014-", program)
        let admitted = try #require(
            program.screenText.components(separatedBy: "Admitted ").last)
        let code = String(admitted.prefix { $0 != " " })

        // Counselling: what she heard about.
        try press("s", until: "New session", program)
        try press("25<F10>", until: "Session saved: \(code) T2 T5", program)

        // An employer and an offer that asks 300 yuan from her.
        try press("<Esc>", until: "1 Residents", program)
        try press("5", until: "[Employers]", program)
        try press("n", until: "New employer", program)
        try press(
            "永兴服装厂<Enter>440100123<Enter>2008-03-01<F10>", until: "Employer saved", program)
        // Two persons approve the employer: nobody is placed with one that was not.
        try press("<Enter>a", until: "Check the employer", program)
        try press("2<Enter>visited, papers seen<F10>", until: "Two persons decide", program)
        try press(program.signInKeys("zhao"), until: "Employer: Approved", program)
        try press("n", until: "New offer", program)
        program.sendKeys("direct<Enter><Enter>sewing<Enter><PageDown>")
        program.sendKeys("300<Enter>0<Enter>2<Enter>1200<Enter>1<Enter>")
        try press("<F10>", until: "Offer saved. FAIL 1", program)

        // Refused with rule and article; corrected; placed.
        try press("<Enter>p", until: "> Resident ", program)
        try press(code + "<Enter>", until: "Place \(code)", program)
        try press("<F10>", until: "Refused", program)
        #expect(program.screenText.contains("L8 No fee, deposit, guarantee"))
        #expect(program.screenText.contains("Labour Contract Law arts. 9, 84"))
        try press("<Enter>", until: "Place \(code)", program)
        try press("<Esc>", until: "draft is kept", program)
        try press("e", until: "Correct the offer", program)
        try press("<PageDown>0<F10>", until: "Offer saved. ASK", program)
        try press("p", until: "> Resident ", program)
        try press(code + "<Enter>", until: "Place \(code)", program)
        try press("<F10>", until: "Placed. Follow-ups: 2008-03-06, 03-10", program)

        // Her first call, early; then she leaves.
        try press("<F9>r \(code)<Enter>", until: "[Summary]", program)
        try press("7", until: "[Follow-ups]", program)
        try press("<Enter>", until: "Call \(code)", program)
        program.sendKeys("1<Enter>1<Enter><Enter>1111")
        try press("8<Enter>112222<F10>", until: "Follow-up saved", program)
        try press("x", until: "How the stay ended", program)
        try press("<Enter>1<Enter>1<F10>", until: "F8 undoes", program)
        #expect(program.screenText.contains("left"), "\(program.screenText)")

        // Out, with nothing on the terminal.
        for _ in 0..<8 { program.sendKeys("<Esc>") }
        program.sendKeys("q")
        #expect(program.waitForExit() == .exited(0))
        #expect(program.isRestored)
        #expect(!program.screenText.contains("黄小丽"))
        try expectRecorded(code, in: folder)
    }

    @Test func `a supervisor goes from the programme to a home's beds, in Chinese, without a name`()
        throws
    {
        let folder = try madeProgramme()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try HomesStore.invented(in: folder, as: "chen")
        let day = JourneyProgramme.day(Self.today)
        let rows = try store.occupancy(on: day, today: day)
        let program = try opened(folder, language: "zh")
        try press(program.signInKeys("chen"), until: "chen · 督导", program)
        try press("<Enter>", until: "安徽", program)
        let all = try #require(rows.first { $0.level == .programme }).figures
        #expect(program.screenText.contains("\(all.occupied)/\(all.bedsInService)"))
        try press("/anhui<Tab><Enter>", until: "AH-014", program)
        try press("/ah-014<Tab><Enter>", until: "已住", program)
        let home = try #require(rows.first { $0.code == "AH-014" }).figures
        #expect(
            program.screenText.contains("\(home.occupied)/\(home.bedsInService)"),
            "\(program.screenText)")
        // Beds are not persons: no code and no initials of anybody.
        #expect(!program.screenText.contains("AH014-"))
        for _ in 0..<5 { program.sendKeys("<Esc>") }
        program.sendKeys("q")
        #expect(program.waitForExit() == .exited(0))
        #expect(program.isRestored)
    }

    /// Reads the file as another program would.
    private func expectRecorded(_ code: String, in folder: String) throws {
        let store = try HomesStore.invented(in: folder, as: "lin")
        let signed = try store.signIn(
            userName: "lin", at: Instant(JourneyProgramme.day(Self.today), hour: 23))
        let home = try #require(signed.home)
        let signature = Signature(
            userId: signed.user.id, role: signed.user.role, homeId: home.id,
            homeCode: home.homeCode, at: Instant(JourneyProgramme.day(Self.today), hour: 23))
        let row = try #require(
            try store.residentList(homeId: home.id, filter: .left, by: signature)
                .first { $0.personCode == code })
        let page = try store.residentPage(row.personId, by: signature)
        let day = JourneyProgramme.day(Self.today)
        #expect(page.person.nameZh == .said("黄小丽"))
        #expect(page.person.prs_Birthdate == .said("1988-03-05"))
        #expect(page.openStay == nil)
        #expect(page.sessions.map(\.topics) == [[.papers, .wages]])
        let placement = try #require(page.openPlacement)
        #expect(placement.placement.wageYuanAtStart == 1200)
        #expect(placement.placement.startDate == day)
        let calls = page.followUps.filter { $0.followUp.placementId != nil }
        #expect(calls.map(\.followUp.dueOn.iso).sorted().first == "2008-03-06")
        #expect(calls.count == 5)
        #expect(calls.count { $0.followUp.doneOn == day } == 1)
        #expect(page.followUps.count { $0.followUp.placementId == nil } == 2)
        let findings = try store.check()
        #expect(findings.isEmpty, "\(findings)")
    }
}
