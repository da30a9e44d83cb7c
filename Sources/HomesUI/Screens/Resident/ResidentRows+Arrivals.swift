import HomesCore

/// The lines about how she came, who came with her, when she is out, what is kept for her.
extension ResidentRows {
    /// What was not asked yet at the door, in the order of the intake: an interview may stop at
    /// any question.
    var stillToAsk: [Row] {
        let missing = IntakeGaps.missing(in: page)
        guard !missing.isEmpty else { return [] }
        return [
            .line(
                "stillToAsk", Phrase("Still to ask", "尚待询问"), Phrase.listed(missing.map(\.label)),
                .warning, target: RecordReference(table: Person.table, id: page.person.id))
        ]
    }

    /// Her children here, each line leads to the child's page.
    var household: [Row] { page.openStay.map(children) ?? [] }

    /// The children who came with her for a stay.
    func children(_ line: StayLine) -> [Row] {
        line.children.map { child in
            .line(
                line.stay.id + ".child." + child.personId, Phrase("Her child", "她的孩子"),
                Phrase(verbatim: child.personCode),
                target: RecordReference(table: RecordReference.child, id: child.personId))
        }
    }

    /// Papers of hers that the home keeps: said on the first tab, because nobody may hold them but
    /// at her wish.
    var papersKept: [Row] {
        page.keptBelongings.filter { $0.kind == .document }.map { paper in
            .line(
                "paper." + paper.id, Phrase("Paper kept here", "本家代管证件"),
                paper.phrase
                    + Phrase(
                        ", at her wish, since \(paper.handedInOn.iso), receipt \(paper.receiptNumber)",
                        "，应本人要求，自\(paper.handedInOn.iso)，收据\(paper.receiptNumber)"),
                .warning, target: RecordReference(table: Belonging.table, id: paper.id))
        }
    }

    /// When she was out of a stay.
    func absences(of stay: Stay) -> [Row] {
        page.absences.filter { $0.stayId == stay.id }.map { absence -> Row in
            let end: Phrase =
                if let day = absence.toDay {
                    Phrase(" until \(day.iso)", "至\(day.iso)")
                } else {
                    absence.expectedBack.map {
                        Phrase(", expected back \($0.iso)", "，预计\($0.iso)返回")
                    } ?? Phrase(", not back yet", "，尚未返回")
                }
            var text =
                Phrase("from ", "自") + absence.fromDay.phrase + end
                + Phrase(verbatim: " · ") + absence.reason.label
            if absence.ended == .left {
                text = text + Phrase(verbatim: " · ") + AbsenceEnd.left.label
            }
            if let note = absence.note { text = text + Phrase(verbatim: " · " + note) }
            return .line(
                "absence." + absence.id, Phrase("Out", "外出"), text, absence.style(world.today),
                target: RecordReference(table: Absence.table, id: absence.id))
        }
    }

    /// What she handed in during a stay.
    func belongings(of stay: Stay) -> [Row] {
        page.belongings(ofStay: stay.id).map { item -> Row in
            let back =
                item.givenBackOn.map {
                    Phrase(", given back \($0.iso)", "，\($0.iso)已归还")
                } ?? Phrase(", kept here", "，保管中")
            return .line(
                "belonging." + item.id, Phrase("Handed in", "寄存"),
                item.phrase + Phrase(verbatim: " · ") + item.kind.label
                    + Phrase(verbatim: " · " + item.receiptNumber) + back,
                item.isKept ? .plain : .dim,
                target: RecordReference(table: Belonging.table, id: item.id))
        }
    }
}

extension Absence {
    /// How it is shown: missing is an alarm, late a warning, over is dim.
    func style(_ today: CivilDate) -> Style {
        if !isOpen { return .dim }
        if reason == .missing { return .alarm }
        return isLate(on: today) ? .warning : .strong
    }

    /// What the head of her page says while she is out.
    func standing(on today: CivilDate) -> Phrase {
        if reason == .missing {
            return Phrase("MISSING since \(fromDay.iso)", "自\(fromDay.iso)下落不明")
        }
        let back = expectedBack.map { Phrase(", back \($0.iso)", "，预计\($0.iso)返回") }
        return (isLate(on: today) ? Phrase("OUT LATE", "外出未归") : Phrase("out", "外出"))
            + (back ?? Phrase(verbatim: ""))
    }
}
