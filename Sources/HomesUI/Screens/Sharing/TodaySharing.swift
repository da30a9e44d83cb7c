import HomesCore

/// What referrals, incidents, transfers and closures put on a home's day.
extension TodayLines {
    /// What somebody waits for.
    static func sharingFirst(_ page: TodayPage) -> [Row] {
        let sharing = page.sharing
        var rows = section(Phrase("Proposed to you", "转家待答复"), sharing.proposedToUs) { row in
            let band = row.ageBand?.label ?? Phrase("age not known", "年龄不详")
            return .line(
                "proposed.\(row.id)", Phrase(verbatim: row.personCode),
                Phrase("from \(row.otherHome), ", "来自\(row.otherHome)，") + band
                    + Phrase(": ", "：") + Phrase(verbatim: row.reason), .strong,
                target: .transfer(row.id))
        }
        rows += section(
            Phrase("Cases to close", "待审批结案"), sharing.closures.rows,
            count: sharing.closures.count
        ) { row in
            .line(
                "closure.\(row.recordId)", Phrase(verbatim: row.personCode),
                Phrase("asked on \(row.date.iso)", "\(row.date.iso)申请"),
                target: .closure(person: row.personId, request: row.recordId))
        }
        rows += list(
            Phrase("To be told: consent withdrawn", "待告知：已撤回同意"), sharing.toBeTold,
            tab: .consent, style: .alarm, more: .residents
        ) { Phrase("revoked on \($0.date.iso)", "\($0.date.iso)撤销") }
        let shown = sharing.incidents.prefix(8)
        rows += section(
            Phrase("Incidents open", "未结事件"), Array(shown), count: sharing.incidents.count
        ) { row in
            .line(
                "incident.\(row.id)", row.date.phrase, row.phrase,
                row.status == .open ? .warning : .plain, target: .incident(row.id))
        }
        return rows
    }

    /// What waits for others.
    static func sharingLater(_ page: TodayPage) -> [Row] {
        var rows = list(
            Phrase("Referrals without an answer", "转介逾期未复"), page.sharing.overdueReferrals,
            tab: .consent, style: .warning, more: .residents
        ) { Phrase("answer was due \($0.date.iso)", "应于\($0.date.iso)答复") }
        rows += section(Phrase("Proposed to other homes", "已提出转家"), page.sharing.proposedByUs) {
            row in
            var text =
                Phrase(verbatim: row.otherHome + " · ") + row.status.label
                + Phrase(verbatim: " " + (row.answeredOn ?? row.proposedOn).iso)
            if let reason = row.answerReason { text = text + Phrase(verbatim: " · " + reason) }
            return .line(
                "ours.\(row.id)", Phrase(verbatim: row.personCode), text,
                row.status == .refused ? .warning : .plain)
        }
        return rows
    }

    private static func section<Item>(
        _ title: Phrase, _ items: [Item], count: Int? = nil, _ row: (Item) -> Row
    ) -> [Row] {
        guard !items.isEmpty else { return [] }
        return [.heading(title + Phrase(verbatim: "  \(count ?? items.count)"))] + items.map(row)
    }
}

extension IncidentRow {
    /// What kind it is, where it is and who was in it, by codes.
    var phrase: Phrase {
        let codes = codes.isEmpty ? "" : " · " + codes.joined(separator: " ")
        return self.class.label + Phrase(verbatim: " · ") + status.label + Phrase(verbatim: codes)
    }
}
