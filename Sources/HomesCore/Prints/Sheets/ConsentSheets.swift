extension Sheets {
    /// A form to go through with her and to sign, before anything is recorded.
    static let blankConsent = SheetKind(
        "consent-blank", Phrase("Consent form, blank", "知情同意书（空白）"), about: .person,
        daysValid: 30
    ) { desk throws(StoreError) in
        let page = try desk.page()
        return SheetContent(
            Sheet(
                title: Phrase("Consent", "知情同意书"),
                subtitle: Phrase(verbatim: page.person.personCode),
                blocks: consentWords + [
                    .heading(Phrase("I agree to", "我同意")),
                    .checks(ConsentPurpose.allCases.map { SheetCheck($0.label) }),
                    .writing([
                        Phrase("Shared with", "共享给"),
                        Phrase("What I do not want shared", "我不愿提供的内容"),
                        Phrase("Until (90 days when left empty)", "有效期至（不填为90天）"),
                        Phrase("Explained in which language", "用何种语言说明"),
                    ]),
                    .signatures(consentSigners),
                ]))
    }

    /// What she agreed to as it is recorded: all of it, or one consent.
    static let consent = SheetKind(
        "consent", Phrase("Consent form, as given", "知情同意书（已填）"), about: .person,
        daysValid: 90
    ) { desk throws(StoreError) in
        let page = try desk.page()
        let lines = page.consents.filter {
            desk.request.recordId == nil || $0.consent.id == desk.request.recordId
        }
        guard !lines.isEmpty else { throw .notAllowed(noConsent) }
        var blocks = consentWords
        for line in lines {
            blocks += [
                .heading(line.consent.purpose.label),
                .facts(
                    line.consent.facts(without: ["purpose"]) + [
                        SheetFact(Phrase("State", "状态"), line.state.words)
                    ]),
            ]
        }
        blocks.append(.signatures(consentSigners))
        return SheetContent(
            Sheet(
                title: Phrase("Consent", "知情同意书"),
                subtitle: Phrase(verbatim: page.person.personCode), blocks: blocks))
    }

    private static let noConsent = Phrase(
        "No consent of hers is recorded. Print the blank form.", "尚无同意记录。请打印空白表。")

    private static let consentWords: [SheetBlock] = [
        .paragraph(
            Phrase(
                "You have a bed and help here whether you sign or not. You may agree to some things "
                    + "and not to others. You may take back any of it at any time, by word of mouth; "
                    + "it then ends at once.",
                "无论是否签字，您都可以住在这里并得到帮助。您可以同意其中几项而不同意其他。您可随时口头撤回任何一项，撤回后立即失效。"))
    ]

    private static let consentSigners = [
        Phrase("Signature or mark of the woman", "本人签名或画押"),
        Phrase("Guardian, under 14 and where safe", "监护人（未满14岁且安全时）"),
        Phrase("Worker who explained it", "说明人"),
    ]
}
