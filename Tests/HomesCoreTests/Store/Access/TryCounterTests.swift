import Foundation
import Testing

@testable import HomesCore

/// S6: how often a password can be guessed, whatever is done to the clock, the program and the
/// machine.
@Suite struct TryCounterTests {
    private let folder: TestFolder
    private let machine = Machine()
    private var path: String { folder.path + "/tries" }
    private var counter: TryCounter { machine.counter(path) }

    init() throws { folder = try TestFolder() }

    /// The seconds that a name has to wait now; 0 when it may be tried. It is not counted.
    private func wait(_ name: String) throws -> Int {
        do throws(StoreError) {
            try counter.cameToNothing(try counter.begin(name))
            return 0
        } catch .waitBeforeTrying(let seconds) {
            return seconds
        }
    }

    @Test func `from the third failure each waits longer, from the tenth a quarter of an hour`()
        throws
    {
        let expected = [0, 0, 1, 2, 4, 8, 16, 32, 60, 900, 900, 900]
        for (number, seconds) in expected.enumerated() {
            _ = try counter.begin("li")
            #expect(try wait("li") == seconds, "after failure \(number + 1)")
            guard seconds > 0 else { continue }
            machine.pass(seconds: Double(seconds) - 0.5)
            #expect(try wait("li") == 1)
            machine.pass(seconds: 0.5)
        }
        #expect(try wait("wang") == 0)
        try counter.succeeded(try counter.begin("li"))
        for _ in 0..<2 { _ = try counter.begin("li") }
        #expect(try wait("li") == 0)
    }

    @Test func `a try is counted before it is answered, so ending the program takes nothing back`()
        throws
    {
        for _ in 0..<10 {
            machine.pass(seconds: 901)
            _ = try counter.begin("li")
        }
        #expect(try wait("li") == 900)
        #expect(try counter.unwritten(among: ["li"]).map(\.failures) == [10])
    }

    @Test func `a restart of the machine begins the wait anew`() throws {
        for _ in 0..<10 {
            machine.pass(seconds: 901)
            _ = try counter.begin("li")
        }
        machine.pass(seconds: 600)
        machine.restart()
        #expect(try wait("li") == 900)
        machine.pass(seconds: 900)
        #expect(try wait("li") == 0)
    }

    @Test func `ten years back and forward fifty times reset nothing`() throws {
        while refusal({ try counter.begin("li") }) != .refused(.triedTooOften) {
            machine.pass(seconds: 901)
        }
        for _ in 0..<9 {
            machine.pass(seconds: 901)
            _ = try counter.begin("wang")
        }
        machine.pass(seconds: 61)
        _ = try counter.begin("wang")
        let swings = 50
        for number in 0..<swings {
            machine.setClock(by: number % 2 == 0 ? 10 : -10)
            // Somebody else is tried meanwhile, so that the file hears of every clock.
            if let other = try? counter.begin("other") { try counter.succeeded(other) }
            #expect(refusal { try counter.begin("li") } == .refused(.triedTooOften))
            #expect(try wait("wang") == 900)
        }
        print("R8, throttle: \(swings) swings of the clock, none reset it")
        machine.pass(seconds: 31 * 86_400)
        #expect(try wait("li") == 0)
        #expect(try wait("wang") == 0)
    }

    @Test func `a clock set forward while the machine is off counts for one day`() throws {
        for _ in 0..<5 {
            machine.pass(seconds: 901)
            _ = try counter.begin("li")
        }
        for _ in 0..<28 {
            machine.restart(offSeconds: 10 * 365 * 86_400)
            if let other = try? counter.begin("other") { try counter.succeeded(other) }
            machine.pass(seconds: 901)
        }
        // The wait begins anew with the machine.
        machine.pass(seconds: Double(try wait("li")))
        var failures = 5
        while refusal({ try counter.begin("li") }) != .refused(.triedTooOften) {
            machine.pass(seconds: 901)
            failures += 1
        }
        #expect(failures == TryCounter.most)
    }

    @Test func `an old or broken file of tries is begun anew and lets people in`() throws {
        for bytes in [Data(), Data("HOMESTRY1".utf8), Data(repeating: 7, count: 196_672)] {
            try bytes.write(to: URL(fileURLWithPath: path))
            #expect(try wait("li") == 0)
        }
        for _ in 0..<3 { _ = try counter.begin("li") }
        #expect(try wait("li") == 1)
    }

    @Test func `however names are written, they are one name`() throws {
        for name in ["li", "LI", "ｌｉ", "Ｌi"] {
            machine.pass(seconds: 901)
            _ = try counter.begin(name)
        }
        #expect(try wait("li") == 2)
    }
}
