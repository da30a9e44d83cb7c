import GRDB

extension HomesStore {
    /// Keeps the answer to one indicator of forced labour in a case, with its evidence and who
    /// decided what next. There is one answer for each; the one before stays in the journal. Nothing
    /// is concluded from the answers.
    ///
    /// - Throws: `noSuchRecord`; `changedMeanwhile` when somebody else has answered since it was
    ///   read; `refused`: `roleMayNot`, `dateInFuture`, `evidenceMissing` for a yes without
    ///   evidence, `deciderMissing` for a decision of nobody.
    @discardableResult
    public func assessIndicator(
        _ indicator: Indicator, by signature: Signature
    ) throws(StoreError) -> Indicator {
        try perform(.assessIndicators, signature) { op in
            let file = try op.db.own(
                Case.self, indicator.caseId, signature, for: .assessRisk)
            guard indicator.assessedOn <= op.today else {
                throw StoreError.refused(.dateInFuture)
            }
            var record = indicator.normalised
            record.evidence = record.evidence?.nilWhenBlank
            record.nextStep = record.nextStep?.nilWhenBlank
            record.decidedBy = record.decidedBy?.nilWhenBlank
            if record.answer == .yes, record.evidence == nil {
                throw StoreError.refused(.evidenceMissing)
            }
            if record.nextStep != nil, record.decidedBy == nil {
                throw StoreError.refused(.deciderMissing)
            }
            let known = try op.db.fetchValid(
                Indicator.self, "caseId = ? AND indicator = ?",
                [file.id, record.indicator.rawValue]
            ).first
            guard known?.id ?? "" == record.id else {
                throw StoreError.changedMeanwhile(table: Indicator.table, id: known?.id ?? "")
            }
            return known == nil
                ? try op.insert(record, about: file.personId)
                : try op.update(record, about: file.personId)
        }
    }
}

extension String {
    /// The text; `nil` when there is nothing in it but blanks.
    var nilWhenBlank: String? {
        contains { !$0.isWhitespace } ? self : nil
    }
}
