import Foundation
import HomesCore
import HomesUI
import TestSupport
import Testing

/// How long each key takes, from the key to the frame, with 100,000 persons and 20,000 offers on
/// file. Run with
/// `RELEASE=1 swift test -c release -Xswiftc -enable-testing --filter MatchSpeedTests`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["RELEASE"] != nil))
struct MatchSpeedTests {
    private static let persons = 100_000
    private static let offers = 20_000
    private static let today = JourneyProgramme.day("2010-03-05")

    /// The programme of the demonstration, topped up to so many offers, every tenth of them open.
    private func programme() throws -> (HomesStore, Signed) {
        let store = try HomesStore.throwaway()
        try DemoProgramme(residents: Self.persons, today: Self.today).fill(store)
        let homes = try store.homes()
        let home = try #require(
            homes.first { $0.provinceCode == "340000" && $0.serviceMode != .dropIn })
        let user = try #require(
            try store.users().first { user in
                user.role == .caseworker && user.homes.map(\.homeId) == [home.id]
            })
        let signed = try store.signIn(userName: user.userName, at: Instant(Self.today, hour: 10))
        let signature = signed.signature
        let known = try store.offers(limit: Int.max, by: signature)
        let patterns = known.prefix(40).map(\.offer)
        for number in known.count..<Self.offers {
            var offer = patterns[number % patterns.count]
            offer.stamp = Stamp()
            offer.offeredOn = Self.today.adding(days: -(number % 900) - 1)
            offer.closesOn =
                number % 10 == 0 ? nil : offer.offeredOn.adding(days: number % 60)
            try store.recordOffer(offer, by: signature)
        }
        return (store, signed)
    }

    @Test func `each key of a placement answers within its time`() throws {
        let (store, signed) = try programme()
        let signature = signed.signature
        let homeId = try #require(signature.homeId)
        let offer = try #require(try store.offers(openOnly: true, limit: 1, by: signature).first)
        let found = try store.candidates(offerId: offer.offer.id, homeId: homeId, by: signature)
        let her = try #require(found.rows.first { $0.whyNot == nil })
        var world = World(store: store, now: Instant(Self.today, hour: 10), language: .english)
        world.session = Session(signed)
        let now = world.now
        var worst: [String: Double] = [:]
        var screens: [String: String] = [:]
        for _ in 0..<5 {
            var shell = Shell(world: world, first: TodayScreen())
            shell.open(ResidentScreen(personId: her.personId))
            _ = shell.frame(width: 80, height: 24)
            for (name, notation) in [
                ("her page: offers for her", "J"), ("next offer", "<Down>"),
                ("50 more", "m"), ("an offer", "<Enter>"), ("its facts", "<Tab>"),
                ("whom it may suit", "w"), ("next woman", "<Down>"), ("back", "<Esc>"),
                ("choose another to compare", "c"), ("filter, a letter", "/g"),
                ("filter, two letters", "u"), ("out of the filter", "<Esc>"),
                ("next", "<Down>"), ("two side by side", "<Enter>"), ("back", "<Esc>"),
                ("back to the offers", "<Esc>"), ("place her on it", "p"),
                ("checks for her", "<F5>"), ("back to the form", "<F5>"),
                ("list of offers", "<Up><F2>"), ("back to the form", "<Esc>"), ("leave", "<Esc>"),
            ] {
                for key in Key.parse(notation) {
                    let start = DispatchTime.now().uptimeNanoseconds
                    shell.handle(key, at: now)
                    _ = shell.frame(width: 80, height: 24)
                    let time = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
                    // The best of the runs is the program's; the others are the computer's.
                    worst[name] = min(worst[name] ?? .infinity, time)
                    screens[name] = ScreenKinds.name(of: shell.top)
                }
            }
        }
        let count = try store.offers(limit: Int.max, by: signature).count
        print("offers on file: \(count), women for an offer: \(found.rows.count)")
        for (name, time) in worst.sorted(by: { $0.value > $1.value }) {
            print("\(name) (\(screens[name] ?? "")): \(Int(time * 1_000)) us")
            #expect(time < 16, "\(name)")
        }
    }
}
