import Testing

@testable import HomesCore

/// S9: what takes two persons takes two passwords, typed just now, of two who may.
@Suite struct TwoPersonsTests {
    private struct Act: Sendable {
        let name: String
        let signer: @Sendable (HouseFixture) -> Signature
        /// Who may be the second.
        let seconds: Set<Role>
        let run: @Sendable (HouseFixture, PasswordProof?) throws -> Void
    }

    private static func user(_ name: String) -> User {
        var user = User()
        user.userName = name
        user.role = .caseworker
        return user
    }

    private static let acts: [Act] = [
        Act(
            name: "add a user", signer: { $0.admin },
            seconds: [.homeManager, .supervisor, .admin]
        ) { house, second in
            try house.store.addUser(
                user("yan"), homeIds: [house.home.id], second: second, by: house.admin)
        },
        Act(
            name: "grant a role", signer: { $0.admin },
            seconds: [.homeManager, .supervisor, .admin]
        ) { house, second in
            try house.store.setRole(
                of: house.elsewhere.userId, to: .homeManager, homeIds: [house.other.id],
                second: second, by: house.admin)
        },
        Act(
            name: "give a home", signer: { $0.admin },
            seconds: [.homeManager, .supervisor, .admin]
        ) { house, second in
            try house.store.setHomes(
                of: house.elsewhere.userId, to: [house.home.id], second: second, by: house.admin)
        },
        Act(
            name: "approve an employer", signer: { $0.worker },
            seconds: [.homeManager, .supervisor]
        ) { house, second in
            var employer = Employer()
            employer.org_Name = "光明服装厂"
            employer = try house.store.registerEmployer(employer, by: house.worker)
            try house.store.approveEmployer(
                employer.id, status: .approved, reason: "visited", by: house.worker,
                second: second)
        },
        Act(
            name: "unseal a record", signer: { $0.manager }, seconds: [.supervisor, .homeManager]
        ) { house, second in
            let person = try house.admit("李丽", bed: 1).person
            try house.store.sealPerson(person.id, reason: "threat", by: house.manager)
            guard let second else { throw StoreError.refused(.needsTwoPersons) }
            try house.store.unsealPerson(
                person.personCode, reason: "the threat is over", second: second, by: house.manager
            )
        },
    ]

    @Test func `no act of two is done by one, by a stranger or with a password of before`() throws {
        var cases = 0
        for act in TwoPersonsTests.acts {
            func refused(_ second: (HouseFixture) -> PasswordProof?, _ who: String) throws {
                let house = try HouseFixture()
                cases += 1
                do {
                    try act.run(house, second(house))
                    Issue.record("\(act.name) went through with \(who)")
                } catch let error as StoreError {
                    #expect(
                        [.refused(.needsTwoPersons), .refused(.passwordNeeded)].contains(error),
                        "\(act.name), \(who): \(error)")
                }
            }
            try refused({ _ in nil }, "nobody")
            try refused(
                { PasswordProof(userId: act.signer($0).userId, at: HouseFixture.now) }, "herself")
            try refused(
                { PasswordProof(userId: $0.elsewhere.userId, at: HouseFixture.now) },
                "a caseworker")
            for seconds in [-PasswordProof.lifetime - 1, 1] {
                try refused(
                    {
                        PasswordProof(
                            userId: $0.supervisor.userId,
                            at: HouseFixture.now.adding(seconds: seconds))
                    }, "a password of \(seconds) s")
            }
            try refused(
                { house in
                    var admin = User()
                    admin.userName = "second"
                    admin.role = .admin
                    let saved = try? house.store.addUser(
                        admin, homeIds: [], second: house.second, by: house.admin)
                    try? house.store.disableUser(house.supervisor.userId, by: house.admin)
                    _ = saved
                    return PasswordProof(userId: house.supervisor.userId, at: HouseFixture.now)
                }, "somebody disabled")
        }
        #expect(cases == TwoPersonsTests.acts.count * 6)
        print("S9: \(cases) acts of two refused to one")
    }

    @Test func `with a second who may, each goes through and the journal names her`() throws {
        var done = 0
        for act in TwoPersonsTests.acts {
            for role in [Role.supervisor, .homeManager] where act.seconds.contains(role) {
                let house = try HouseFixture()
                let second = role == .supervisor ? house.supervisor : house.manager
                if second.userId == act.signer(house).userId { continue }
                try act.run(house, PasswordProof(userId: second.userId, at: HouseFixture.now))
                #expect(
                    try house.count(
                        "SELECT count(*) FROM audit WHERE action = 'confirm' AND rowId = '"
                            + second.userId + "'") > 0, "\(act.name)")
                done += 1
            }
        }
        #expect(done == 9)
    }

    @Test func `the second's password is asked of the key file, not of the program`() throws {
        let house = try HouseFixture()
        try house.store.give("four words of the manager", toUser: house.manager.userId)
        #expect(throws: StoreError.refused(.wrongPassword)) {
            try house.store.prove(
                userName: "wang", password: "four words of somebody", at: HouseFixture.now)
        }
        let proof = try house.store.prove(
            userName: "WANG", password: "four words of the manager", at: HouseFixture.now)
        #expect(proof.userId == house.manager.userId)
    }
}
