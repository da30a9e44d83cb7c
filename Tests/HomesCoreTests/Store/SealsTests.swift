import GRDB
import Testing

@testable import HomesCore

/// A sealed record is in no list and opens to nobody; its bed stays counted; two persons open it.
@Suite struct SealsTests {
    private let house: HouseFixture
    private let sealed: Admission
    private let visible: Admission

    init() throws {
        house = try HouseFixture()
        sealed = try house.admit("王小明", bed: 0)
        visible = try house.admit("李秀英", bed: 1)
    }

    private func seal() throws {
        try house.store.sealPerson(
            sealed.person.id, reason: "her husband works for the county", by: house.manager)
    }

    private func proof(_ signature: Signature) -> PasswordProof {
        PasswordProof(userId: signature.userId, at: signature.at)
    }

    @Test func `a sealed record is in no list, and its bed is still taken`() throws {
        let store = house.store
        let worker = house.worker
        let before = try store.bedBoard(homeId: house.home.id, night: house.today, by: worker)
        try seal()
        let id = sealed.person.id
        for filter in ResidentFilter.allCases {
            let list = try store.residentList(homeId: house.home.id, filter: filter, by: worker)
            #expect(!list.map(\.personId).contains(id))
        }
        #expect(try store.possibleDuplicates(of: sealed.person, by: worker).isEmpty)
        let matrix = try store.coverageMatrix(homeId: house.home.id, by: worker)
        #expect(matrix.map(\.personId) == [visible.person.id])
        let page = try store.today(homeId: house.home.id, by: worker)
        #expect(page.beds == before.figures)
        let board = try store.bedBoard(homeId: house.home.id, night: house.today, by: worker)
        #expect(board.figures == before.figures)
        let bed = try #require(
            board.rooms.flatMap(\.beds).first { $0.bed.id == house.beds[0].id })
        #expect(bed.state == .occupied && bed.occupant == nil)
        #expect(
            refusal {
                try store.admit(house.intake("张三", bed: house.beds[0]), by: worker)
            } == .refused(.bedTaken))
        #expect(try store.lastUndoable(by: worker)?.personCode == visible.person.personCode)
    }

    @Test func `two persons open it again`() throws {
        try seal()
        let code = sealed.person.personCode
        func open(_ second: Signature, by signature: Signature) -> StoreError? {
            refusal {
                try house.store.unsealPerson(
                    code, reason: "the danger is over", second: proof(second), by: signature)
            }
        }
        #expect(open(house.manager, by: house.manager) == .refused(.needsTwoPersons))
        #expect(open(house.worker, by: house.manager) == .refused(.needsTwoPersons))
        #expect(open(house.admin, by: house.manager) == .refused(.needsTwoPersons))
        #expect(open(house.supervisor, by: house.worker) == .refused(.roleMayNot))
        #expect(open(house.supervisor, by: house.manager) == nil)
        #expect(open(house.supervisor, by: house.manager) == .noSuchRecord)
        #expect(
            refusal {
                try house.store.residentPage(sealed.person.id, by: house.worker)
            } == nil)
    }

    @Test func `no such person, sealed and other home are answered alike and all written down`()
        throws
    {
        let away = try house.store.admit(
            house.intake("赵四", bed: house.otherBeds[0]), by: house.elsewhere)
        try seal()
        let store = house.store
        let worker = house.worker
        let nobody = "019ac000-0000-7000-8000-000000000000"
        let asked: [(String, (String) throws -> Void)] = [
            ("page", { _ = try store.residentPage($0, by: worker) }),
            ("history", { _ = try store.history(personId: $0, by: worker) }),
            ("topics", { _ = try store.topicCoverage(personId: $0, by: worker) }),
            ("seal", { try store.sealPerson($0, reason: "why", by: house.manager) }),
            ("void", { try store.void(table: "person", id: $0, reason: "why", by: worker) }),
            (
                "contact",
                {
                    var contact = Contact()
                    contact.personId = $0
                    try store.addContact(contact, by: worker)
                }
            ),
            ("again", { _ = try store.admitAgain($0, house.intake(), by: worker) }),
        ]
        let before = try house.count("SELECT count(*) FROM audit WHERE action = 'denied'")
        for (name, ask) in asked {
            for id in [nobody, sealed.person.id, away.person.id] {
                #expect(refusal { try ask(id) } == .noSuchRecord, "\(name)")
            }
        }
        // The control: the one who is there is not answered so.
        #expect(refusal { try asked[0].1(visible.person.id) } == nil)
        let denied = try house.count("SELECT count(*) FROM audit WHERE action = 'denied'")
        #expect(denied - before == asked.count * 3)
    }
}
