import GRDB

extension HomesStore {
    /// Asks the home's manager to close a case.
    ///
    /// - Parameter request: Which case, why, on which day, and what the manager should know.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `caseClosedAlready`, `closureAsked`,
    ///   `dateInFuture`, `invalidValue` for a day before the case began.
    @discardableResult
    public func askClosure(
        _ request: ClosureRequest, by signature: Signature
    ) throws(StoreError) -> ClosureRequest {
        try perform(.askClosure, signature) { operation in
            let file = try operation.db.own(Case.self, request.caseId, signature, for: .askClosure)
            return try operation.ask(request, of: file)
        }
    }

    /// Closes a case; the home manager's, who approves it by doing so.
    ///
    /// - Throws: as `askClosure`.
    @discardableResult
    public func closeCase(
        _ request: ClosureRequest, by signature: Signature
    ) throws(StoreError) -> Case {
        try perform(.closeCase, signature) { operation in
            let file = try operation.db.own(Case.self, request.caseId, signature, for: .closeCase)
            let asked = try operation.ask(request, of: file)
            return try operation.approve(asked, closing: file)
        }
    }

    /// Answers a request: the case closes, or stays open for a reason.
    ///
    /// - Parameter refusal: Why not; `nil` approves.
    /// - Returns: The case.
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `closureAnswered`, `reasonMissing`,
    ///   `caseClosedAlready`.
    @discardableResult
    public func answerClosure(
        _ id: String, refusal: String? = nil, by signature: Signature
    ) throws(StoreError) -> Case {
        try perform(.answerClosure, signature) { operation in
            let request = try operation.db.part(
                ClosureRequest.self, id, of: \.personId, signature, for: .closeCase)
            let file = try operation.db.own(Case.self, request.caseId, signature, for: .closeCase)
            guard request.status == .asked else { throw StoreError.refused(.closureAnswered) }
            guard let refusal else {
                if file.cas_Status.isClosed { throw StoreError.refused(.caseClosedAlready) }
                return try operation.approve(request, closing: file)
            }
            let reason = try refusal.asReason()
            try operation.answer(request, as: .refused, reason: reason)
            return file
        }
    }

    /// Opens a closed case again; the home manager's, with a reason.
    ///
    /// - Throws: `noSuchRecord`; `refused`: `roleMayNot`, `caseNotClosed`, `anotherCaseOpen`,
    ///   `reasonMissing`.
    @discardableResult
    public func reopenCase(
        _ caseId: String, reason: String, by signature: Signature
    ) throws(StoreError) -> Case {
        try perform(.reopenCase, signature) { operation in
            var file = try operation.db.own(Case.self, caseId, signature, for: .reopenCase)
            guard file.cas_Status.isClosed else { throw StoreError.refused(.caseNotClosed) }
            let open = try operation.db.openCases(of: file.personId)
            guard open.isEmpty else { throw StoreError.refused(.anotherCaseOpen) }
            let reason = try reason.asReason()
            file.cas_Status = .active
            file.cas_ReasonForCaseClosure = nil
            file.dateClosure = nil
            file.closureApprovedBy = nil
            // A case that another home closed before she came goes on here.
            file.homeId = try operation.db.file(of: file.personId)?.homeId ?? file.homeId
            return try operation.update(file, about: file.personId, reason: reason)
        }
    }
}

extension Operation {
    /// Writes a request down.
    fileprivate mutating func ask(
        _ request: ClosureRequest, of file: Case
    ) throws -> ClosureRequest {
        if file.cas_Status.isClosed { throw StoreError.refused(.caseClosedAlready) }
        let waiting = try db.fetchValid(
            ClosureRequest.self, "caseId = ? AND status = 'ASKED'", [file.id])
        guard waiting.isEmpty else { throw StoreError.refused(.closureAsked) }
        var record = request.normalised
        record.personId = file.personId
        record.askedOn = today
        record.closeOn = record.closeOn.orElse(today)
        guard record.closeOn <= today else { throw StoreError.refused(.dateInFuture) }
        guard record.closeOn >= file.registrationDate else {
            throw StoreError.refused(.invalidValue)
        }
        record.status = .asked
        record.answeredOn = nil
        record.answeredBy = nil
        record.answerReason = nil
        return try insert(record, about: file.personId)
    }

    /// The manager approves: the case closes.
    fileprivate mutating func approve(_ request: ClosureRequest, closing file: Case) throws -> Case
    {
        try answer(request, as: .approved, reason: nil)
        var closed = file
        closed.cas_Status = request.reason.isReferral ? .closedReferred : .closed
        closed.cas_ReasonForCaseClosure = request.reason
        closed.dateClosure = request.closeOn
        closed.closureApprovedBy = signature.userId
        return try update(closed, about: file.personId)
    }

    /// Answers a request.
    mutating func answer(
        _ request: ClosureRequest, as status: ClosureStatus, reason: String?
    ) throws {
        var record = request
        record.status = status
        record.answeredOn = today
        record.answeredBy = signature.userId
        record.answerReason = reason
        try update(record, about: record.personId)
    }
}

extension ClosureReason {
    /// Whether somebody else goes on with her (HTCDS ClosedReferred).
    public var isReferral: Bool { self == .transferredToOtherHome || self == .referredElsewhere }
}

extension Database {
    /// Her cases that are not closed, the latest first.
    func openCases(of personId: String) throws -> [Case] {
        try fetchValid(
            Case.self, "personId = ? AND cas_Status IN ('Active', 'FollowUp')", [personId],
            order: "registrationDate DESC, id DESC")
    }
}
