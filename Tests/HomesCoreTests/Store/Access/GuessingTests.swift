import Foundation
import Synchronization
import Testing

@testable import HomesCore

/// S6: an attacker who never tires gets at most a hundred guesses in any thirty days, however they
/// are mixed with the user's own sign-ins; the same attack on a careless counter gets more.
@Suite struct GuessingTests {
    private static let day = 86_400_000.0
    private static let histories = ProcessInfo.processInfo.environment["RELEASE"] == "1" ? 500 : 24

    /// What a history of guesses does to the machine.
    private enum Meddling: CaseIterable { case nothing, clock, restarts }

    /// Whether a guess was let through.
    private enum Answer { case wrong, wait(seconds: Int), never }

    /// A history of 100 days: guesses whenever they are allowed, the user's own sign-ins between
    /// them. The most guesses in any thirty days.
    private static func attack(
        _ machine: Machine, _ meddling: Meddling, seed: UInt64, guess: () throws -> Answer,
        signIn: () throws -> Void
    ) throws -> Int {
        var dice = SplitMix64(seed: seed)
        var guesses: [Double] = []
        // Milliseconds by a clock that nobody can set.
        var now = 0.0
        func pass(_ seconds: Double) {
            now += seconds * 1_000
            machine.pass(seconds: seconds)
        }
        while now < 100 * day {
            switch Int.random(in: 0..<20, using: &dice) {
            case 0, 1: try signIn()
            case 2: pass(.random(in: 0...7_200, using: &dice))
            case 3 where meddling == .clock:
                machine.setClock(by: .random(in: -10...10, using: &dice))
            case 3 where meddling == .restarts:
                now += 60_000 + 20_000
                machine.restart()
            default:
                switch try guess() {
                case .wrong: guesses.append(now)
                case .wait(let seconds): pass(Double(seconds))
                case .never: pass(.random(in: 0...43_200, using: &dice))
                }
            }
        }
        return guesses.map { start in
            guesses.count { $0 >= start && $0 < start + 30 * day }
        }.max() ?? 0
    }

    @Test func `nobody gets more than a hundred guesses in any thirty days`() throws {
        var worst = 0
        var cases = 0
        for meddling in Meddling.allCases {
            for seed in 1...UInt64(Self.histories) {
                let folder = try TestFolder()
                let machine = Machine()
                let path = folder.path + "/tries"
                let most = try Self.attack(machine, meddling, seed: seed) {
                    do throws(StoreError) {
                        _ = try machine.counter(path).begin("li")
                        return .wrong
                    } catch {
                        switch error {
                        case .waitBeforeTrying(let seconds): return .wait(seconds: seconds)
                        case .refused(.triedTooOften): return .never
                        default: throw error
                        }
                    }
                } signIn: {
                    let counter = machine.counter(path)
                    if let ticket = try? counter.begin("li") { try counter.succeeded(ticket) }
                }
                #expect(most <= TryCounter.most, "\(meddling), seed \(seed)")
                worst = max(worst, most)
                cases += 1
            }
        }
        print("S6: \(cases) histories of 100 days, at most \(worst) guesses in 30 days")
        #expect(cases > 0 && worst == TryCounter.most)
    }

    @Test func `a counter that believes the clock is caught by this very attack`() throws {
        var caught = 0
        for seed in 1...8 as ClosedRange<UInt64> {
            let machine = Machine()
            var failures: [Int64] = []
            let most = try Self.attack(machine, .clock, seed: seed) {
                let now = machine.now.clock
                failures.removeAll { now - $0 > Int64(30 * Self.day) }
                if failures.count >= TryCounter.most { return .never }
                failures.append(now)
                return .wrong
            } signIn: {
            }
            caught += most > TryCounter.most ? 1 : 0
        }
        print("S6, negative control: \(caught) of 8 caught")
        #expect(caught > 4)
    }

    @Test func `many who try at once get no more guesses than one`() throws {
        let folder = try TestFolder()
        let machine = Machine()
        let path = folder.path + "/tries"
        let allowed = Mutex(0)
        let refused = Mutex(0)
        let faults = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<50 {
                do throws(StoreError) {
                    _ = try machine.counter(path).begin("li")
                    allowed.withLock { $0 += 1 }
                } catch {
                    if case .waitBeforeTrying(1) = error {
                        refused.withLock { $0 += 1 }
                    } else {
                        faults.withLock { $0.append("\(error)") }
                    }
                }
            }
        }
        #expect(allowed.withLock { $0 } == 3 && refused.withLock { $0 } == 197)
        #expect(faults.withLock { $0 } == [])
    }
}
