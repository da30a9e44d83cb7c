extension Sheets {
    /// What is still to be asked about an offer, to take along: by whom to ask, with room to write.
    /// Nobody's name is on it, so that it may lie on an employer's table.
    static let offerQuestions = SheetKind(
        "offer-questions", Phrase("Questions about an offer", "招工信息待问事项"), about: .offer,
        daysValid: 30
    ) { desk throws(StoreError) in
        let page = try desk.store.offerPage(
            desk.request.recordId ?? "", by: desk.signature)
        var blocks: [SheetBlock] = [.facts(facts(page))]
        for askedOf in AskedOf.allCases {
            let questions = page.questions.filter { $0.fact.askedOf == askedOf }
            guard !questions.isEmpty else { continue }
            blocks.append(.heading(askedOf.label))
            for question in questions {
                let codes = question.rules.map(\.rawValue).joined(separator: " ")
                blocks.append(
                    .question(question.text + Phrase(" (\(codes))", "（\(codes)）")))
            }
        }
        if page.questions.isEmpty {
            blocks.append(.paragraph(Phrase("Nothing is left to ask.", "没有待问事项。")))
        }
        blocks += [
            .writing([Phrase("Asked on, of whom", "询问日期、答复人")]),
            .signatures([Phrase("Worker", "工作人员")]),
            .paragraph(OfferRules.disclaimer),
        ]
        return SheetContent(
            Sheet(
                title: Phrase("Questions about an offer", "招工信息待问事项"),
                subtitle: Phrase(verbatim: page.offer.offeredOn.iso), blocks: blocks))
    }

    private static func facts(_ page: OfferPage) -> [SheetFact] {
        [SheetFact(Employer.noun, verbatim: page.employer.org_Name)]
            + page.offer.facts(["occupation", "countyCode", "offeredOn", "wageYuan", "wageBasis"])
    }
}
