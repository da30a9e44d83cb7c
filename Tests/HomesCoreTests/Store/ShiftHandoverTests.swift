import GRDB
import Testing

@testable import HomesCore

@Suite struct ShiftHandoverTests {
    let house: HouseFixture

    init() throws { house = try HouseFixture() }

    private func handover(by signature: Signature? = nil) throws -> ShiftHandover {
        try house.store.shiftHandover(homeId: house.home.id, by: signature ?? house.worker)
    }

    @Test func `who came, moved and left since I signed off, by whom and to which bed`() throws {
        let first = try house.admit(bed: 0)
        try house.store.signOut(by: house.worker)
        let stay = try #require(first.stay)
        _ = try house.store.moveBed(
            stayId: stay.id, to: house.beds[2].id, from: house.today, by: house.manager)
        let second = try house.admit(bed: 1)
        _ = try house.store.exit(
            stayId: stay.id, Departure(date: house.today), by: house.manager)
        let handover = try handover()
        #expect(handover.isSinceSignOff)
        #expect(handover.arrived.map(\.personId) == [second.person.id])
        #expect(handover.arrived.map(\.bed) == ["2/2"])
        #expect(handover.moved.map(\.personId) == [first.person.id])
        #expect(handover.moved.map(\.bedBefore) == ["2/1"])
        #expect(handover.moved.map(\.bed) == ["2/3"])
        #expect(handover.left.map(\.personCode) == [first.person.personCode])
        #expect(handover.left.map(\.who) == handover.moved.map(\.who))
    }

    @Test func `what was undone is not handed over, and Today does not count it`() throws {
        let stay = try #require(try house.admit(bed: 0).stay)
        try house.store.signOut(by: house.worker)
        _ = try house.store.moveBed(
            stayId: stay.id, to: house.beds[2].id, from: house.today, by: house.manager)
        #expect(try handover().moved.count == 1)
        let offer = try #require(try house.store.lastUndoable(by: house.manager))
        try house.store.undo(operationId: offer.operationId, by: house.manager)
        #expect(try handover().moved == [])
        let page = try house.store.today(homeId: house.home.id, by: house.worker)
        #expect(page.handover?.isEmpty == true)
    }

    @Test func `whoever never signed off hears of the last 24 hours`() throws {
        try house.admit(bed: 0)
        var tomorrow = house.worker
        tomorrow.at = tomorrow.at.adding(seconds: 20 * 3_600)
        var later = house.worker
        later.at = later.at.adding(seconds: 25 * 3_600)
        #expect(try handover(by: tomorrow).arrived.count == 1)
        #expect(try handover(by: later).arrived == [])
        #expect(try !handover(by: later).isSinceSignOff)
    }

    @Test func `a program that was killed wrote no sign-off: her last act before counts`() throws {
        try house.admit(bed: 0)
        var back = house.worker
        back.at = back.at.adding(seconds: 3_600)
        _ = try house.store.signIn(userName: "li", at: back.at)
        let handover = try handover(by: back)
        #expect(handover.since == house.worker.at)
        #expect(handover.isSinceSignOff)
        #expect(handover.arrived == [])
    }

    @Test func `a sealed woman is in no handover`() throws {
        let admission = try house.admit(bed: 0)
        _ = try house.store.sealPerson(
            admission.person.id, reason: "threatened from outside", by: house.manager)
        #expect(try handover().arrived == [])
    }
}
