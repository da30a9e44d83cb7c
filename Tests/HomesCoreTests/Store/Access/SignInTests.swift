import Foundation
import GRDB
import Testing

@testable import HomesCore

/// S6 at the door: what a wrong password shows, what is written of it, and who lets in again.
@Suite(.serialized) struct SignInTests {
    let fixture: AccessFixture

    init() throws { fixture = try AccessFixture() }

    private func tried(_ name: String, _ password: String) -> StoreError? {
        fixture.machine.pass(seconds: Double(TryCounter.longDelay + 1))
        let door = fixture.door()
        return refusal { try door.unlock(userName: name, password: password) }
    }

    @Test func `the password opens the door, and only hers`() throws {
        for name in AccessFixture.names {
            let (_, signed) = try fixture.opened(by: name)
            #expect(signed.user.userName == name)
        }
        var wrong = 0
        for name in AccessFixture.names + ["nobody", ""] {
            for password in AccessFixture.names.map(AccessFixture.password) + ["", " "]
            where password != AccessFixture.password(name) {
                #expect(tried(name, password) == .refused(.wrongPassword))
                wrong += 1
            }
        }
        print("S6: \(wrong) wrong pairs of name and password, none opened")
        #expect(tried("ＬＩ", AccessFixture.password("li")) == nil)
    }

    /// What this thread has asked the system to write so far, in calls.
    private static var writes: Int {
        let text = try? String(contentsOfFile: "/proc/thread-self/io", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("syscw:") }
        return line.flatMap { Int($0.dropFirst(6).drop { $0 == " " }) } ?? -1
    }

    @Test func `whether there is such a user shows neither in the words nor in what is written`()
        throws
    {
        let answers = ["li", "nobody", "zhao", "nobody else"].map { name in
            _ = tried(name, "not her password")
            let before = (Self.writes, try? TestFolder.contents(of: fixture.folder).keys.sorted())
            let error = tried(name, "not her password either")
            let names = try? TestFolder.contents(of: fixture.folder).keys.sorted()
            return (error, Self.writes - before.0, names == before.1)
        }
        for answer in answers {
            #expect(answer.0 == .refused(.wrongPassword) && answer.2)
            #expect(answer.1 == answers[0].1 && answer.1 > 0)
        }
        // Her own password is another thing to the system: this count would show a difference.
        let before = Self.writes
        _ = try fixture.opened(by: "li")
        #expect(Self.writes - before != answers[0].1)
    }

    /// The middle of the milliseconds that some calls take, turn and turn about.
    private func medians(_ calls: [() -> Void], count: Int = 20) -> [Double] {
        var times = calls.map { _ in [Double]() }
        for _ in 0..<count {
            for (index, call) in calls.enumerated() {
                fixture.machine.pass(seconds: Double(TryCounter.longDelay + 1))
                let start = ContinuousClock.now
                call()
                times[index].append((ContinuousClock.now - start) / .milliseconds(1))
            }
        }
        return times.map { $0.sorted()[count / 2] }
    }

    @Test func `nor does the time that it takes tell`() throws {
        let door = fixture.door()
        func wrong(_ name: String) -> () -> Void {
            { _ = refusal { try door.unlock(userName: name, password: "not her password") } }
        }
        // A busy machine may disturb a round; a difference would be in every one.
        let rounds = (0..<4).lazy.map { _ in self.medians([wrong("li"), wrong("nobody")]) }
        let even = rounds.first { abs($0[0] - $0[1]) < 0.25 * min($0[0], $0[1]) }
        print("S6: 20 tries each, medians \(even ?? []) ms for a user and for nobody")
        #expect(even != nil)
        let right = medians([
            wrong("nobody"),
            {
                _ = try? door.unlock(userName: "li", password: AccessFixture.password("li"))
                door.lock()
            },
        ])
        #expect(abs(right[0] - right[1]) > 0.25 * min(right[0], right[1]))
    }

    @Test func `the file of tries knows no name`() throws {
        let names = ["li", "wang", "a-name-that-is-nobodys", "王小明"]
        fixture.fail("li", times: 2)
        for name in names { fixture.fail(name) }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.path + ".tries"))
        var looks = 0
        for name in names where name.utf8.count > 4 {
            for needle in [Data(name.utf8), name.data(using: .utf16LittleEndian) ?? Data()] {
                #expect(bytes.range(of: needle) == nil)
                looks += 1
            }
        }
        #expect(looks > 0)
        // The same name leads to another place in another programme.
        let other = try AccessFixture()
        other.fail("li", times: 3)
        let before = try Data(contentsOf: URL(fileURLWithPath: other.path + ".tries"))
        func places(_ bytes: Data) -> [Int] {
            stride(from: 80, to: bytes.count, by: 52).filter { start in
                bytes[start..<min(start + 52, bytes.count)].contains { $0 != 0 }
            }
        }
        #expect(Set(places(before)).isDisjoint(with: places(bytes)))
    }

    @Test func `failures are in the journal from the next sign-in on, once`() throws {
        func entries() throws -> [String] {
            try fixture.house.store.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT coalesce((SELECT userName FROM user u WHERE u.id = a.rowId), '-')
                          || ' ' || new
                        FROM audit a WHERE action = 'failedLogin' ORDER BY 1
                        """)
            }
        }
        fixture.fail("li", times: 4)
        fixture.fail("nobody", times: 2)
        #expect(try entries().isEmpty)
        let (door, _) = try fixture.opened(by: "wang")
        #expect(try entries() == ["- 2", "li 4"])
        fixture.machine.pass(seconds: 1_000)
        _ = try fixture.opened(by: "li")
        #expect(try entries() == ["- 2", "li 4"])
        // What is tried between writing and being done with it is not forgotten.
        fixture.fail("li", times: 2)
        let counter = fixture.machine.counter(fixture.path + ".tries")
        let written = try counter.unwritten(among: ["li"])
        fixture.fail("li")
        try counter.written(written)
        #expect(try counter.unwritten(among: ["li"]).map(\.failures) == [1])
        #expect(!door.isLocked)
    }

    @Test func `after too many only an administrator lets in again, with another password`() throws
    {
        while true {
            let error = tried("li", "not her password")
            if error == .refused(.triedTooOften) { break }
            #expect(error == .refused(.wrongPassword))
        }
        let own = AccessFixture.password("li")
        #expect(tried("li", own) == .refused(.triedTooOften))
        fixture.machine.restart()
        #expect(tried("li", own) == .refused(.triedTooOften))
        let (admin, signed) = try fixture.opened(by: "admin")
        let issued = try admin.issuePassword(to: try fixture.id("li"), by: signed.signature)
        #expect(tried("li", own) == .refused(.wrongPassword))
        #expect(tried("li", issued.passphrase.text) == nil)
    }

    @Test func `a one-time password leads to choosing one's own and nowhere else`() throws {
        let (admin, signed) = try fixture.opened(by: "admin")
        let issued = try admin.issuePassword(to: try fixture.id("li"), by: signed.signature)
        let once = issued.passphrase.text
        #expect(tried("li", AccessFixture.password("li")) == .refused(.wrongPassword))
        fixture.machine.pass(seconds: 10)
        let door = fixture.door()
        let account = try door.unlock(userName: "li", password: once)
        #expect(account.mustChoosePassword)
        #expect(
            refusal { try door.signIn(account, at: HouseFixture.now) }
                == .refused(.mustChoosePassword))
        #expect(
            refusal { try door.prove(userName: "li", password: once, at: HouseFixture.now) }
                == .refused(.mustChoosePassword))
        let own = "a lantern over the quiet weir"
        #expect(
            refusal {
                try door.changePassword(
                    of: account.user, from: "not that one", to: own, at: HouseFixture.now)
            } == .refused(.wrongPassword))
        let chosen = try door.changePassword(
            of: account.user, from: once, to: own, at: HouseFixture.now)
        #expect(!chosen.mustChoosePassword)
        _ = try door.signIn(chosen, at: HouseFixture.now)
        #expect(tried("li", once) == .refused(.wrongPassword))
        #expect(tried("li", own) == nil)
    }
}
