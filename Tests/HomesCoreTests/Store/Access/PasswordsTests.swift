import Foundation
import Testing

@testable import HomesCore

/// S6: which passwords may be chosen, and who gives and takes them.
@Suite struct PasswordsTests {
    private static let weak = [
        "", "short", "fourteen chars", "passwordpassword", "123456789012345",
        "qwertyuiopasdfgh", "aaaaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "admin admin admin admin",
        "P@ssw0rd P@ssw0rd1", "iloveyouiloveyou", "woaini1314woaini1314",
    ]
    private static let strong = [
        "only lower case words", "fifteen letters", "龙舟在雨中慢慢地驶过七座老石桥",
        "correct horse battery staple",
        "    seven slow ferries    ",
    ]

    private static func firstUser() -> User {
        var user = User()
        user.userName = "admin"
        user.displayName = "Admin"
        return user
    }

    @Test(arguments: weak)
    func `a weak password is refused at set-up, and nothing is left behind`(password: String)
        throws
    {
        let place = try HomesStore.throwawayPlace()
        let error = refusal {
            try place.make(
                Programme(), firstUser: Self.firstUser(), password: password,
                at: HouseFixture.now)
        }
        #expect(error == .refused(.passwordTooWeak))
        #expect(!HomesStore.passwordFaults(password, of: Self.firstUser()).isEmpty)
        let folder = (place.path as NSString).deletingLastPathComponent
        #expect(try TestFolder.contents(of: folder).isEmpty)
    }

    @Test(arguments: strong)
    func `fifteen characters are enough, whatever they are made of`(password: String) throws {
        let place = try HomesStore.throwawayPlace()
        let made = try place.make(
            Programme(), firstUser: Self.firstUser(), password: password, at: HouseFixture.now)
        #expect(made.shares.count == 3 && made.firstUser.role == .admin)
        place.lock()
        #expect(try place.unlock(userName: "admin", password: password).user == made.firstUser)
    }

    @Test func `her own choice is held to the same rule, and a refusal changes nothing`() throws {
        let fixture = try AccessFixture()
        let (door, signed) = try fixture.opened(by: "li")
        let before = try TestFolder.contents(of: fixture.folder)
        for password in Self.weak + ["li li li li li li li"] {
            #expect(
                refusal {
                    try door.changePassword(
                        of: signed.user, from: AccessFixture.password("li"), to: password,
                        at: HouseFixture.now)
                } == .refused(.passwordTooWeak))
        }
        #expect(try TestFolder.contents(of: fixture.folder) == before)
    }

    @Test func `nobody but an administrator gives a password`() throws {
        let fixture = try AccessFixture()
        var cases = 0
        for name in ["li", "wang", "zhao"] {
            let (door, signed) = try fixture.opened(by: name)
            let before = try TestFolder.contents(of: fixture.folder)["homes.sqlite.keys"]
            for other in AccessFixture.names {
                #expect(
                    refusal {
                        try door.issuePassword(
                            to: try fixture.id(other), by: signed.signature)
                    } == .refused(.roleMayNot))
                cases += 1
            }
            // A signature of somebody else's is worth nothing at her door.
            #expect(
                refusal {
                    try door.issuePassword(to: try fixture.id("li"), by: fixture.house.admin)
                } != nil)
            // The refusal is in the journal; nobody's key has changed.
            #expect(before != nil)
            #expect(try TestFolder.contents(of: fixture.folder)["homes.sqlite.keys"] == before)
        }
        print("S6: \(cases) passwords asked for by those who may not, none given")
        #expect(cases == 12)
    }

    @Test(arguments: ["disabled", "reset", "locked out", "changed"])
    func `who is disabled, reset or locked out is signed off in a session that is open`(
        what: String
    ) throws {
        let fixture = try AccessFixture()
        let (hers, signed) = try fixture.opened(by: "li")
        let bystander = try fixture.opened(by: "wang")
        let intake = fixture.house.intake("王小明", bed: fixture.house.beds[0])
        let person = try hers.admit(intake, by: signed.signature).person
        let (admin, by) = try fixture.opened(by: "admin")
        let id = signed.user.id
        switch what {
        case "disabled": try admin.disableUser(id, by: by.signature)
        case "reset": _ = try admin.issuePassword(to: id, by: by.signature)
        case "locked out": try admin.lockOut(by: by.signature)
        default:
            // Her own new password signs nobody off: it is she.
            let other = fixture.door()
            let account = try other.unlock(
                userName: "li", password: AccessFixture.password("li"))
            _ = try other.changePassword(
                of: account.user, from: AccessFixture.password("li"),
                to: "a lantern over the quiet weir", at: HouseFixture.now)
        }
        let isSignedOff = what != "changed"
        #expect(try hers.isStillSignedIn(signed.signature) != isSignedOff)
        let off: StoreError? = isSignedOff ? .refused(.signedOff) : nil
        #expect(refusal { try hers.residentPage(person.id, by: signed.signature) } == off)
        #expect(
            refusal {
                try hers.admit(
                    fixture.house.intake("李丽", bed: fixture.house.beds[1]), by: signed.signature)
            } == off)
        #expect(
            try bystander.0.isStillSignedIn(bystander.1.signature) == (what != "locked out"))
        // What she knew opens nothing any more.
        fixture.machine.pass(seconds: 10)
        #expect(
            refusal {
                try fixture.door().unlock(
                    userName: "li", password: AccessFixture.password("li"))
            } == .refused(.wrongPassword))
        #expect(try fixture.house.store.check().isEmpty)
    }
}
