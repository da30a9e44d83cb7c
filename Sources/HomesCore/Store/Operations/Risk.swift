import GRDB

extension HomesStore {
    /// Records a risk assessment with its answers. Her rating and the worker's stand beside each
    /// other; the case's own level is set by hand and not touched.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `dateInFuture`, `duplicateValue` for a
    ///   question answered twice, `invalidValue`.
    @discardableResult
    public func assessRisk(
        _ assessment: RiskAssessment, items: [RiskItem], by signature: Signature
    ) throws(StoreError) -> RiskAssessment {
        try perform(.assessRisk, signature) { operation in
            let file = try operation.db.own(
                Case.self, assessment.caseId, signature, for: .assessRisk)
            guard assessment.assessedOn <= operation.today else {
                throw StoreError.refused(.dateInFuture)
            }
            let saved = try operation.insert(assessment.normalised, about: file.personId)
            for item in items {
                var row = item.normalised
                row.riskAssessmentId = saved.id
                row.level = item.code.level
                try operation.insert(row, about: file.personId)
            }
            return saved
        }
    }
}
