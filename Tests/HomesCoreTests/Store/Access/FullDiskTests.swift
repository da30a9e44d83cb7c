import Foundation
import Glibc
import TestSupport
import Testing

@testable import HomesCore

/// A disk that is full while users are looked after: a sentence, and both files as they were; with
/// room again the same goes through.
@Suite(.serialized) struct FullDiskTests {
    @Test(.enabled(if: SmallDisk.mayMount, "mounting a small disk takes root"))
    func `a full disk while users are looked after changes nothing`() throws {
        let fixture = try AccessFixture()
        fixture.house.store.lock()
        let disk = try TestFolder()
        try #require(SmallDisk.mount(at: disk.path, kilobytes: 8_192))
        defer { SmallDisk.unmount(disk.path) }
        for (name, bytes) in try TestFolder.contents(of: fixture.folder) {
            try bytes.write(to: URL(fileURLWithPath: disk.path + "/" + name))
        }
        let path = disk.path + "/" + HomesStore.fileName
        func door() -> HomesStore {
            HomesStore(
                path: path, keyFile: fixture.house.store.keyFile.of(fileAt: path),
                tries: fixture.machine.counter(path + ".tries"))
        }
        let admin = door()
        let by = try admin.signIn(
            try admin.unlock(userName: "admin", password: AccessFixture.password("admin")),
            at: HouseFixture.now
        ).signature
        let li = fixture.house.worker.userId
        let own = "a lantern over the quiet weir"
        let hers = door()
        let account = try hers.unlock(userName: "li", password: AccessFixture.password("li"))
        let second = PasswordProof(userId: fixture.house.manager.userId, at: HouseFixture.now)

        var user = User()
        user.userName = "new"
        user.displayName = "New"
        let added = user
        let ballast = disk.path + "/ballast"
        func contents() throws -> [String: Data] {
            try TestFolder.contents(of: disk.path).filter {
                !$0.key.hasSuffix(".tries") && !$0.key.hasSuffix("-journal")
            }
        }
        let acts: [(String, () throws -> Void)] = [
            (
                "adding a user",
                {
                    try admin.addUser(
                        added, homeIds: [fixture.house.home.id], second: second, by: by)
                }
            ),
            ("issuing a password", { _ = try admin.issuePassword(to: li, by: by) }),
            (
                "choosing a password",
                {
                    _ = try hers.changePassword(
                        of: account.user, from: AccessFixture.password("li"), to: own,
                        at: HouseFixture.now)
                }
            ),
            (
                "disabling a user",
                { try admin.disableUser(fixture.house.supervisor.userId, by: by) }
            ),
        ]
        for (what, act) in acts {
            SmallDisk.fill(ballast)
            let before = try contents()
            #expect(refusal { try act() } == .diskFull, "\(what)")
            #expect(try contents() == before, "\(what)")
            unlink(ballast)
            fixture.machine.pass(seconds: 1_000)
            let again = door()
            #expect(
                refusal {
                    try again.unlock(userName: "li", password: AccessFixture.password("li"))
                } == nil, "\(what)")
            #expect(try again.check().isEmpty)
        }
        print("full disk: \(acts.count) acts on users refused, nothing changed")
        // With room again: adding, choosing, issuing.
        for index in [0, 2, 1] { try acts[index].1() }
        fixture.machine.pass(seconds: 1_000)
        #expect(
            refusal { try door().unlock(userName: "li", password: own) }
                == .refused(.wrongPassword))
    }
}
