import Testing

@testable import Vault

@Suite struct RecoveryShareTests {
    @Test func `any two of three shares give the secret back, one gives nothing`() throws {
        let secret = RecoverySecret()
        let shares = secret.shares()
        for first in shares {
            for second in shares where first != second {
                #expect(try RecoverySecret([first, second]).bytes == secret.bytes)
            }
        }
        // Whatever the secret is, there is a second share that explains the first one.
        let known = shares[0]
        for guess in [[UInt8](repeating: 0, count: 16), RecoverySecret().bytes] {
            let slope = zip(known.bytes, guess).map { $0 ^ $1 }
            let second = RecoveryShare(
                number: 2, set: known.set,
                bytes: zip(guess, slope).map { $0 ^ GaloisField.product($1, 2) })
            #expect(try RecoverySecret([known, second]).bytes == guess)
        }
    }

    @Test func `the bytes of a share are as random as can be`() {
        var counts = [Int](repeating: 0, count: 256)
        for _ in 0..<2_000 {
            for byte in RecoverySecret().shares()[2].bytes { counts[Int(byte)] += 1 }
        }
        #expect(counts.allSatisfy { (60...200).contains($0) })
    }

    @Test func `the words of a share are read back in either language and by sound`() throws {
        for _ in 0..<50 {
            for share in RecoverySecret().shares() {
                for list in WordList.allCases {
                    let words = share.words(in: list)
                    #expect(words.count == 20)
                    #expect(try RecoveryShare(words: words.joined(separator: " ")) == share)
                    let lines = words.joined(separator: ",\n").uppercased()
                    #expect(try RecoveryShare(words: lines) == share)
                    let numbered = words.enumerated().map { "\($0 + 1). \($1)" }
                    #expect(try RecoveryShare(words: numbered.joined(separator: "\n")) == share)
                }
                let typed = share.words(in: .chinese).compactMap(WordList.value)
                    .map { WordList.chinese.entries[Int($0)].typed }
                #expect(try RecoveryShare(words: typed.joined(separator: " ")) == share)
            }
        }
    }

    @Test func `one wrong word is named by its place, wherever it is`() throws {
        var dice = Dice(seed: 8)
        var cases = 0
        for share in RecoverySecret().shares() {
            let words = share.words(in: .english)
            for place in words.indices {
                for _ in 0..<20 {
                    var wrong = words
                    wrong[place] = WordList.english.word(UInt8.random(in: 0...255, using: &dice))
                    guard wrong != words else { continue }
                    let fault = RecoveryShareFault.wrongWord(place: place + 1)
                    #expect(throws: fault) {
                        try RecoveryShare(words: wrong.joined(separator: " "))
                    }
                    cases += 1
                }
            }
        }
        print("wrong words: \(cases) named")
        #expect(cases > 1_000)
    }

    @Test func `exchanged, several, unknown, missing and empty words are said to be so`() throws {
        let share = RecoveryShare(
            number: 2, set: 9, bytes: (0..<16).map { UInt8($0 * 13 + 5) })
        let words = share.words(in: .english)
        func fault(_ words: [String]) -> RecoveryShareFault? {
            do {
                _ = try RecoveryShare(words: words.joined(separator: " "))
                return nil
            } catch {
                return error
            }
        }
        var exchanged = words
        exchanged.swapAt(6, 7)
        #expect(fault(exchanged) == .exchangedWords(place: 7))
        var several = words
        several[2] = WordList.english.word(0)
        several[11] = WordList.english.word(1)
        several[15] = WordList.english.word(2)
        let found = fault(several)
        #expect(found != nil)
        var unknown = words
        unknown[19] = "xyzzy"
        #expect(fault(unknown) == .unknownWord(place: 20))
        #expect(fault(Array(words.dropLast())) == .count(19))
        #expect(fault([]) == .count(0))
        #expect(fault(words) == nil)
    }

    @Test func `two wrong words are never taken for a share`() throws {
        var dice = Dice(seed: 9)
        let share = RecoverySecret().shares()[1]
        let message = share.words(in: .english).compactMap(WordList.value)
        let count = isRelease ? 200_000 : 5_000
        for _ in 0..<count {
            var code = message
            code[Int.random(in: 0..<20, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            code[Int.random(in: 0..<20, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            guard code != message else { continue }
            #expect(CheckWords.look(at: code) != .right)
        }
        print("two wrong words: \(count) cases")
    }
}
