extension Sheets {
    /// Who has seen her file, for her. Her name is not on it, nor what the home is.
    static let readers = SheetKind(
        "readers", FileReaders.title, about: .person, daysValid: 7, isHers: true
    ) { desk throws(StoreError) in
        let readers = try desk.store.readers(
            of: desk.request.personId ?? "", by: desk.signature)
        var blocks: [SheetBlock] = [.paragraph(FileReaders.explanation)]
        blocks +=
            readers.runs.isEmpty
            ? [.paragraph(FileReaders.nobody)]
            : [
                .facts(
                    readers.runs.map { run in
                        SheetFact(
                            Phrase(verbatim: run.date.iso + " " + readers.times(run)),
                            Phrase(verbatim: run.who + ", ") + run.role + Phrase(": ", "：")
                                + run.whatPhrase)
                    })
            ]
        return SheetContent(
            Sheet(
                title: FileReaders.title, subtitle: Phrase(verbatim: readers.personCode),
                blocks: blocks))
    }
}
