import Foundation
import Glibc
import Testing

@testable import HomesCore

/// Bad input at the door: each is a sentence in both languages that says what to do, and both files
/// stay byte for byte as they were.
@Suite struct BadKeysTests {
    private let fixture: AccessFixture

    init() throws {
        fixture = try AccessFixture()
        try fixture.house.admit(bed: 0)
        fixture.house.store.lock()
    }

    private var keysPath: String { fixture.path + ".keys" }

    private func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path))
    }

    private func write(_ bytes: Data, to path: String) throws {
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    /// The sealed file and the key file; the tries are counted whatever happens.
    private func files() throws -> [String: Data] {
        try TestFolder.contents(of: fixture.folder).filter { !$0.key.hasSuffix(".tries") }
    }

    /// What opening the programme and reading all of it says; `nil` when all is well.
    private func opening(_ name: String = "li", _ password: String? = nil) -> StoreError? {
        fixture.machine.pass(seconds: 1_000)
        return refusal {
            let door = try HomesStore.door(of: fixture.folder, like: fixture.door())
            _ = try door.unlock(
                userName: name, password: password ?? AccessFixture.password(name))
            _ = try door.check()
        }
    }

    /// Expects a sentence, and that nothing was touched.
    private func expectSaid(
        _ what: String, _ name: String = "li", _ password: String? = nil,
        _ isExpected: (StoreError) -> Bool
    ) throws {
        let before = try files()
        let error = opening(name, password)
        #expect(error.map(isExpected) == true, "\(what): \(String(describing: error))")
        if let phrase = error?.phrase {
            #expect(phrase.english.hasSuffix(".") && phrase.english.count > 20, "\(what)")
            #expect(phrase.chinese.hasSuffix("。") && phrase.chinese != phrase.english, "\(what)")
        }
        #expect(try files() == before, "\(what)")
    }

    @Test func `a wrong password is a sentence`() throws {
        try expectSaid("a wrong password", "li", "not her password") {
            $0 == .refused(.wrongPassword)
        }
        #expect(opening() == nil)
    }

    @Test func `a key file cut to any length opens from its first copy or is refused`() throws {
        let whole = try bytes(keysPath)
        var refused = 0
        var opened = 0
        let lengths = Array(stride(from: 0, to: whole.count, by: 97)) + [1, 11, 12, 13]
        for length in lengths {
            try write(whole.prefix(length), to: keysPath)
            let before = try files()
            guard let error = opening() else {
                opened += 1
                #expect(length >= whole.count / 2, "\(length)")
                continue
            }
            refused += 1
            #expect(error == .keys(.keyFileDamaged), "\(length): \(error)")
            #expect(try files() == before, "\(length)")
        }
        print("bad key files: \(lengths.count) lengths, \(refused) refused, \(opened) opened")
        #expect(refused >= 20 && opened > 0)
        try write(whole, to: keysPath)
        #expect(opening() == nil)
    }

    @Test func `a key file with a flipped bit opens from its other copy or is refused`() throws {
        let whole = try bytes(keysPath)
        let half = whole.count / 2
        for offset in stride(from: 3, to: half, by: half / 25) {
            var both = whole
            both[offset] ^= 0x10
            both[half + offset] ^= 0x10
            try write(both, to: keysPath)
            try expectSaid("both copies at \(offset)") {
                switch $0 {
                case .keys(.keyFileDamaged), .keys(.keyFileForged), .keys(.keyFileNewer),
                    .keys(.keyFileCost), .refused(.wrongPassword):
                    true
                default: false
                }
            }
        }
        var one = whole
        one[half / 3] ^= 0x10
        try write(one, to: keysPath)
        #expect(opening() == nil)
    }

    @Test func `a missing key file is a sentence`() throws {
        unlink(keysPath)
        try expectSaid("no key file") { $0 == .keys(.noKeyFile) }
    }

    @Test func `files of two programmes do not go together, whoever asks`() throws {
        let other = try AccessFixture()
        other.house.store.lock()
        let own = (try bytes(fixture.path), try bytes(keysPath))
        try write(try bytes(other.path + ".keys"), to: keysPath)
        try expectSaid("the other's key file") {
            if case .keys(.damaged(.page(1))) = $0 { true } else { false }
        }
        try write(own.1, to: keysPath)
        try write(try bytes(other.path), to: fixture.path)
        try expectSaid("the other's sealed file") {
            if case .keys(.damaged(.page(1))) = $0 { true } else { false }
        }
        try write(own.0, to: fixture.path)
        #expect(opening() == nil)
    }

    @Test func `an old key file that was put back is a sentence`() throws {
        let old = try bytes(keysPath)
        let (admin, signed) = try fixture.opened(by: "admin")
        _ = try admin.issuePassword(to: try admin.users()[2].id, by: signed.signature)
        admin.lock()
        try write(old, to: keysPath)
        try expectSaid("yesterday's key file") { $0 == .oldKeys }
    }

    @Test func `swapped, flipped and old pages are named, and nothing is written`() throws {
        let whole = try bytes(fixture.path)
        // The pages lie behind a head of the same size.
        let pages = whole.count / 4_096 - 1
        func page(_ number: Int) -> Range<Int> { 4_096 * number..<4_096 * (number + 1) }
        var cases = 0
        for number in stride(from: 1, through: pages, by: max(1, pages / 24)) {
            var flipped = whole
            flipped[page(number).lowerBound + 1_234] ^= 1
            try write(flipped, to: fixture.path)
            try expectSaid("page \(number) flipped") {
                $0 == .keys(.damaged(.page(UInt32(number))))
            }
            cases += 1
            guard number > 1 else { continue }
            var swapped = whole
            swapped.replaceSubrange(page(number), with: whole[page(number - 1)])
            swapped.replaceSubrange(page(number - 1), with: whole[page(number)])
            try write(swapped, to: fixture.path)
            try expectSaid("page \(number) swapped") {
                if case .keys(.damaged(.page(let named))) = $0 {
                    [number, number - 1].contains(Int(named))
                } else {
                    false
                }
            }
            cases += 1
        }
        // A page of yesterday, genuine in itself.
        try write(whole, to: fixture.path)
        let (door, signed) = try fixture.opened(by: "li")
        try door.admit(
            fixture.house.intake("李丽", bed: fixture.house.beds[1]), by: signed.signature)
        door.lock()
        let newer = try bytes(fixture.path)
        let changed = (2...pages).filter { newer[page($0)] != whole[page($0)] }
        for number in changed.prefix(8) {
            var mixed = newer
            mixed.replaceSubrange(page(number), with: whole[page(number)])
            try write(mixed, to: fixture.path)
            try expectSaid("page \(number) of yesterday") {
                if case .keys(.damaged) = $0 { true } else { false }
            }
            cases += 1
        }
        print("bad pages: \(cases) of \(pages) pages flipped, swapped or put back, all said")
        #expect(cases > 30 && !changed.isEmpty)
    }
}

extension HomesStore {
    /// The door of a folder as the program finds it, with the cheap keys of a test.
    fileprivate static func door(
        of folder: String, like cheap: HomesStore
    ) throws(StoreError) -> HomesStore {
        _ = try door(of: folder)
        return cheap
    }
}
