extension Sheets {
    /// Everything recorded about her that is hers, for herself, in the language she reads. Takes a
    /// second person: it is the one paper on which all of it is together.
    static let ownFile = SheetKind(
        "own-file", Phrase("Copy of her file, for herself", "本人档案副本"), about: .person,
        daysValid: 30, isHers: true, action: .copyFile, needsSecond: true, isPortable: true
    ) { desk throws(StoreError) in
        let file = try desk.store.ownFile(
            of: desk.request.personId ?? "", by: desk.signature)
        var blocks: [SheetBlock] = [
            .paragraph(
                Phrase(
                    "This is what this home has written down about you. It is yours. If anything "
                        + "is wrong, say so: it is corrected or your own words are put beside it. Keep "
                        + "this paper where nobody finds it who may not know, or leave it here and read "
                        + "it with us. What others told about themselves, and notes not yet signed, are "
                        + "not in it. Who has seen your file stands on another sheet: ask for it.",
                    "以下是本之家记录的关于您的全部内容，归您所有。如有不对，请告诉我们：我们会更正，或在旁边写下您的说法。"
                        + "请把这份材料放在不该知道的人找不到的地方，也可以留在这里，和我们一起看。"
                        + "其他人的个人信息和尚未签署的记录不在其中。谁看过您的资料另有一张表，可向我们索取。"))
        ]
        for part in file.parts {
            blocks.append(.heading(part.title))
            blocks += part.groups.map { .facts($0) }
        }
        return SheetContent(
            Sheet(
                title: Phrase("Your file", "您的档案"), subtitle: Phrase(verbatim: file.personCode),
                blocks: blocks))
    }
}
