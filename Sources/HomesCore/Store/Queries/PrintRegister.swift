import Foundation
import GRDB

/// A paper that was printed, as the journal has it.
public struct PaperLine: Equatable, Sendable {
    /// The number on it.
    public let serial: SheetSerial
    /// What it is.
    public let title: Phrase
    /// When it was printed.
    public let at: Instant
    /// The name shown of who printed it.
    public let who: String
    /// The last day on which it may be there.
    public let expiresOn: CivilDate
    /// In which language; `nil` where that was destroyed with what is said about her.
    public let language: SheetLanguage?
    /// The code of whom it is about, for whoever may open her record; `nil` otherwise.
    public let personCode: String?
    /// Whether it may not be there any more.
    public let isOver: Bool

    /// All of it in a sentence.
    public func phrase(offsetMinutes: Int) -> Phrase {
        let moment =
            at.localDate(offsetMinutes: offsetMinutes).iso + " "
            + at.localTime(offsetMinutes: offsetMinutes)
        let day = expiresOn.iso
        let end =
            isOver
            ? Phrase("It should be gone since \(day): destroy it.", "\(day)后应已销毁：请销毁。")
            : Phrase("Valid until \(day).", "有效至\(day)。")
        let about = personCode.map { Phrase(" about \($0)", "，关于\($0)") } ?? Phrase("", "")
        return Phrase(verbatim: serial.text + ": ") + title + about
            + Phrase(", printed \(moment), \(who). ", "，\(moment)由\(who)打印。") + end
    }
}

extension HomesStore {
    /// What the paper with a serial is, for whoever finds one: of any home, and never about whom,
    /// unless the signer may open her record.
    ///
    /// - Throws: `noSuchRecord` where nothing was printed under that number; `refused(.roleMayNot)`.
    public func paper(
        _ serial: SheetSerial, by signature: Signature
    ) throws(StoreError) -> PaperLine {
        try read(.lookUpPaper, at: signature.homeId, by: signature) { db in
            guard
                let line = try db.papers("a.seq = ?", [serial.journal, serial.number], signature)
                    .first
            else { throw StoreError.noSuchRecord }
            return line
        }
    }

    /// What was printed in a home, the latest first.
    ///
    /// - Throws: `refused(.roleMayNot)`; `noSuchRecord` for another home.
    public func papers(
        homeId: String, by signature: Signature
    ) throws(StoreError) -> [PaperLine] {
        try noteLook(at: .papers, of: homeId, by: signature)
        return try read(.printList, at: homeId, by: signature) { db in
            try db.papers("1", [signature.journal], signature)
        }
    }
}

extension Database {
    /// The papers of a journal. Entries of those who are shown on a list beside it are none.
    fileprivate func papers(
        _ condition: String, _ arguments: StatementArguments, _ signature: Signature
    ) throws -> [PaperLine] {
        let rows = try Row.fetchCursor(
            self,
            sql: """
                SELECT a.journal, a.seq, a.at, coalesce(u.displayName, a.userId), a.field,
                  a.personId, a.new, a.sealed, a.rowId
                FROM audit a LEFT JOIN user u ON u.id = a.userId
                WHERE a.journal = ? AND a.action = 'print'
                  AND a.operation IN ('printSheet', 'copyFile')
                  AND (a."table" = 'person' OR a.personId IS NULL) AND \(condition)
                ORDER BY a.seq DESC LIMIT 500
                """, arguments: arguments)
        var keys = PersonKeys()
        var lines: [PaperLine] = []
        while let row = try rows.next() {
            guard let at = Instant(iso: row[2]) else { throw StoreError.damaged }
            let field: String = row[4]
            let personId: String? = row[5]
            let said = try keys.said(
                JournalText(new: row[6]), row[7], about: personId,
                at: JournalPlace(journal: row[0], seq: row[1], rowId: row[8], field: field), self)
            var words: [Substring] = []
            if case .text(let text) = said { words = (text.new ?? "").split(separator: " ") }
            // What was said about her may be destroyed; the paper's day is that of its kind.
            let usual = at.localDate(offsetMinutes: signature.offsetMinutes)
                .adding(days: Sheets.kind(field)?.daysValid ?? 0)
            let expiresOn = words.first.flatMap { CivilDate(iso: String($0)) } ?? usual
            lines.append(
                PaperLine(
                    serial: SheetSerial(journal: row[0], number: row[1]),
                    title: Sheets.title(of: field), at: at, who: row[3], expiresOn: expiresOn,
                    language: words.last.flatMap { SheetLanguage(rawValue: String($0)) },
                    personCode: try personId.flatMap { try openCode(of: $0, signature) },
                    isOver: expiresOn < signature.today))
        }
        return lines
    }

    /// Her code, if the signer may open her record without breaking a glass.
    private func openCode(of personId: String, _ signature: Signature) throws -> String? {
        guard let person = try fetch(Person.self, id: personId), person.sealedAt == nil,
            !person.stamp.isVoided
        else { return nil }
        let relation = signature.relation(
            to: person.homeId, try assignment(of: personId, to: signature.userId))
        return Policy.grant(signature.role, .openRecord, relation) == .yes
            ? person.personCode : nil
    }
}
