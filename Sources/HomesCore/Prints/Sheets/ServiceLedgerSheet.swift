extension Sheets {
    /// The home's ledger of introductions to work: whom it served, how, and what came of it (Interim
    /// Regulations on the Human Resources Market, article 33). A woman is her code; what an entry
    /// does not say stands in it in words, for whoever inspects it and for whoever mends it.
    static let serviceLedger = SheetKind(
        "service-ledger", Phrase("Service ledger", "职业介绍服务台账"), about: .home, daysValid: 1
    ) { desk throws(StoreError) in
        let home = try desk.home()
        let entries = try desk.store.serviceLedger(homeId: home.id, by: desk.signature)
        let complete = entries.count { $0.missing.isEmpty }
        var blocks: [SheetBlock] = [
            .paragraph(
                Phrase(
                    "Introductions to work that go on, began or ended since "
                        + "\(ServiceLedger.firstDay(on: desk.today).iso): \(entries.count), "
                        + "\(complete) complete. Kept for two years after the end "
                        + "(Interim Regulations on the Human Resources Market, article 33).",
                    "\(ServiceLedger.firstDay(on: desk.today).iso)以来在岗、上岗或结束的职业介绍共"
                        + "\(entries.count)条，其中完整\(complete)条。服务结束后保存两年"
                        + "（《人力资源市场暂行条例》第三十三条）。"))
        ]
        for (index, entry) in entries.enumerated() {
            blocks += [
                .heading(
                    Phrase(verbatim: "\(index + 1). \(entry.line.placement.startDate.iso) · ")
                        + entry.who),
                .facts(entry.facts),
            ]
        }
        blocks.append(.signatures([Phrase("Kept by", "台账管理人")]))
        return SheetContent(
            Sheet(
                title: Phrase("Service ledger", "职业介绍服务台账"),
                subtitle: home.subtitle(of: desk.today), blocks: blocks))
    }
}

extension LedgerEntry {
    /// Whom it served.
    fileprivate var who: Phrase {
        personCode.map { Phrase(verbatim: $0) } ?? Phrase("file sealed", "档案已封存")
    }

    /// Whom, how and with what result, as far as the records say.
    fileprivate var facts: [SheetFact] {
        var facts = [SheetFact(Employer.noun, verbatim: line.employer.org_Name)]
        facts += line.employer.facts(["licenceNumber", "licenceSeenOn"])
        facts += line.placement.facts(
            ["employerStatusAtStart"], kept: ["employerStatusAtStart"])
        facts += line.offer.facts([
            "source", "offeredOn", "occupation", "countyCode", "wageYuan", "wageBasis",
            "hoursPerDay", "feeAskedYuan", "depositAskedYuan", "contractItemsStated",
        ])
        facts += line.placement.facts([
            "contractSignedOn", "contractCopyHeld", "wageYuanAtStart", "hoursPerDayAtStart",
        ])
        facts.append(SheetFact(Phrase("Introduced by", "介绍人"), verbatim: worker))
        facts.append(SheetFact(Phrase("Law checks", "法律核查"), checks))
        facts += line.placement.facts(["overrideReason", "overrideOn"], kept: ["overrideOn"])
        facts.append(SheetFact(Phrase("Calls", "回访"), calls))
        facts += line.changes.map { change in
            SheetFact(
                Phrase("Changed ", "变动 ") + Phrase(verbatim: change.changedOn.iso),
                change.terms)
        }
        facts += line.gaps.map { SheetFact(Phrase("Worse than offered", "不如承诺"), $0.phrase) }
        facts += line.placement.facts(["endDate", "endReason"])
        if let until = ServiceLedger.keptUntil(line.placement) {
            facts.append(SheetFact(Phrase("Keep until", "保存至"), verbatim: until.iso))
        }
        facts.append(SheetFact(Phrase("This entry", "本条记载"), missing.phrase))
        return facts
    }

    /// How many checks came to what; those that did not pass by their codes.
    private var checks: Phrase {
        guard !line.checks.isEmpty else { return Phrase("none kept", "无记录") }
        let parts: [Phrase] = VerdictCode.allCases.compactMap { verdict in
            let of = line.checks.filter { $0.verdict == verdict }
            guard !of.isEmpty else { return nil }
            let codes = of.map(\.ruleCode).joined(separator: " ")
            return verdict.label
                + Phrase(verbatim: verdict == .pass ? " \(of.count)" : " \(of.count) (\(codes))")
        }
        return Phrase.joined(parts, with: .comma)
    }

    /// How many calls were made, and when the next is due.
    private var calls: Phrase {
        let done = followUps.count { $0.doneOn != nil }
        let next = followUps.first { $0.doneOn == nil }?.dueOn
        return Phrase("\(done) of \(followUps.count) made", "已做\(done)次，共\(followUps.count)次")
            + (next.map { Phrase(", next due \($0.iso)", "，下次应于\($0.iso)") }
                ?? Phrase(verbatim: ""))
    }
}

extension PlacementChange {
    /// What became of wage and hours. Who told of it, and what was said in words, stay off a paper
    /// that inspectors and employers may read: it could be she.
    fileprivate var terms: Phrase {
        let terms = facts(["wageYuan", "wageBasis", "hoursPerDay"])
        return terms.isEmpty ? Phrase("other terms", "其他条件") : terms.inOneLine
    }
}
