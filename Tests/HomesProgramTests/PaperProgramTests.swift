import Foundation
import HomesCore
import TestSupport
import Testing

/// A paper by the real program: from a key to a file, and from its serial back to what it is.
@Suite struct PaperProgramTests {
    @Test func `a roster lies in the folder for its owner alone, and its serial is found again`()
        throws
    {
        let folder = try InventedFolder()
        let program = try PtyProgram(
            PtyProgram.built("homes"), ["--dir", folder.path, "--lang", "en"])
        try #require(program.waitFor("admin", timeout: 60), "\(program.screenText)")
        program.sendKeys(program.signInKeys("lin"))
        try #require(program.waitFor("lin · Caseworker", timeout: 60), "\(program.screenText)")
        program.sendKeys("1")
        try #require(program.waitFor("> Residents", timeout: 60), "\(program.screenText)")
        program.sendKeys("p<Enter><F10>")
        try #require(program.waitFor("Its serial is", timeout: 60), "\(program.screenText)")
        program.sendKeys("<Esc><Esc><Esc>q")
        _ = program.waitForExit(timeout: 20)

        let path = folder.path + "/reports"
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        let name = try #require(names.first)
        #expect(names.count == 1 && name.hasPrefix("roster-AH-") && name.hasSuffix(".txt"))
        let mode = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let parts = name.dropLast(4).split(separator: "-")
        let serial = "\(parts[1])-\(parts[2])/\(parts[3])"
        let text = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
        #expect(text.contains(serial))

        for (user, serial, said) in [
            ("admin", serial.lowercased(), "\(serial): Roster, printed 2008-03-03"),
            ("admin", "AH-014/1", "There is no such record"),
            ("admin", "12", "A serial is a home's code"),
        ] {
            let command = try PtyProgram(
                PtyProgram.built("homes"),
                ["paper", serial, "--dir", folder.path, "--user", user, "--lang", "en"])
            if command.waitFor("Password of \(user)", timeout: 20) {
                command.sendKeys(DemoProgramme.password(of: user) + "<Enter>")
            }
            _ = command.waitForExit(timeout: 60)
            let screen = command.screenText.replacing("\n", with: " ")
            #expect(screen.contains(said), "\(screen)")
        }
    }
}
