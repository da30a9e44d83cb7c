import Crypto
import Foundation
import Testing

@testable import Vault

@Suite struct WordsTests {
    @Test func `both lists have 256 words, no two alike, and an order that never changes`() {
        for list in WordList.allCases {
            #expect(list.entries.count == 256)
            #expect(Set(list.entries.map(\.written)).count == 256)
            #expect(Set(list.entries.map(\.typed)).count == 256)
        }
        #expect(Set(WordList.english.entries.map { $0.typed.prefix(4) }).count == 256)
        #expect(WordList.chinese.entries.allSatisfy { $0.written.count == 2 })
        let digests = WordList.allCases.map { list in
            let text = list.entries.map { "\($0.written) \($0.typed)" }.joined(separator: "\n")
            return SHA256.hash(data: Data(text.utf8)).prefix(4).map { Hexadecimal.pair($0) }
                .joined()
        }
        #expect(digests == ["0846a15a", "30ae61c0"])
    }

    @Test func `every Chinese word has the sound that its characters have`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let table = try String(
            contentsOf: root.appendingPathComponent("data/pinyin.tsv"), encoding: .utf8)
        var readings: [Substring: [Substring]] = [:]
        for line in table.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t")
            if cells.count > 1 { readings[cells[0]] = cells[1].split(separator: " ") }
        }
        #expect(readings.count > 1_000)
        for entry in WordList.chinese.entries {
            let sounds = entry.written.map { readings[Substring(String($0))] ?? [] }
            let isRight = sounds[0].contains { first in
                sounds[1].contains { first + $0 == entry.typed }
            }
            #expect(isRight, "\(entry.written) \(entry.typed)")
        }
    }

    @Test func `a passphrase has ten words of the list and passes the rule`() {
        var seen: Set<String> = []
        for list in WordList.allCases {
            for _ in 0..<500 {
                let passphrase = Passphrase(in: list)
                let words = passphrase.text.split(separator: " ")
                #expect(words.count == 10)
                #expect(words.allSatisfy { WordList.value(of: String($0)) != nil })
                #expect(PasswordRule.faults(of: passphrase.text).isEmpty, "\(passphrase.text)")
                seen.insert(passphrase.text)
            }
        }
        #expect(seen.count == 1_000 && Passphrase.bits >= 77)
    }

    @Test(arguments: [
        "password1234567", "PasswordPassword", "P@ssw0rd!P@ssw0rd", "123456789012345",
        "qwertyuiopasdfgh", "aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "zyxwvutsrqponmlk",
        "abcabcabcabcabcabc", "homeshomeshomes1", "1qaz1qaz1qaz1qaz", "000000000000000000",
        "wang fang wang fang 2026", "密码密码密码密码密码密码密码密码", "iloveyouiloveyou",
        "adminadmin123456", "ｐａｓｓｗｏｒｄ１２３４５６７", "letmein letmein letmein",
        "lkjhgfdsapoiuytr",
    ])
    func `what everybody tries first is refused`(_ password: String) {
        #expect(
            PasswordRule.faults(of: password, names: ["Wang Fang", "wang", "fang"]) == [.common])
    }

    @Test(arguments: [
        "correct horse battery staple", "mein Haus am kleinen See", "我的家在一条小河旁边有树和花还有牛",
        "blue-lamp-under-old-bridge", "tR4f&lmq09Zx!ovB",
    ])
    func `a long phrase of one's own is taken without rules of composition`(_ password: String) {
        #expect(PasswordRule.faults(of: password, names: ["Wang Fang"]).isEmpty)
    }

    @Test func `the length is counted in code points after NFKC`() {
        #expect(PasswordRule.faults(of: "four short ones").isEmpty)
        #expect(PasswordRule.faults(of: "four short one") == [.tooShort(14)])
        // Fifteen letters, one of them composed of two code points.
        #expect(PasswordRule.faults(of: "lune e\u{301}toile mer") == [])
        #expect(PasswordRule.faults(of: "ﬁve letters") == [.tooShort(12)])
        #expect(PasswordRule.faults(of: "") == [.tooShort(0), .common])
        let long = (0..<257).map { String(UnicodeScalar(UInt8(97 + $0 * 7 % 26))) }.joined()
        #expect(PasswordRule.faults(of: long) == [.tooLong(257)])
    }
}
