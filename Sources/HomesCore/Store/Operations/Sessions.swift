import GRDB

extension HomesStore {
    /// Records a counselling session with its topics and who took part.
    ///
    /// One person: exactly one resident. A family: at least one resident. A group: residents,
    /// tallies of women who gave no name by age band, or both.
    ///
    /// - Parameter materials: What was given out, by the codes of the list of materials.
    /// - Throws: `noSuchRecord` when the home or a resident is not the signer's;
    ///   `refused`: `roleMayNot`, `dateInFuture`, `individualNeedsOne`, `nobodyAttended`,
    ///   `sessionWithoutTopic` without topic and note, `duplicateValue` for a resident named twice,
    ///   `interpreterNeedsReason` when something speaks against the interpreter
    ///   (`InterpreterCheck`) and no reason is given, `invalidValue`.
    @discardableResult
    public func recordSession(
        _ session: CounsellingSession, topics: [CounsellingTopic], attendances: [Attendance],
        materials: [String] = [], by signature: Signature
    ) throws(StoreError) -> CounsellingSession {
        try perform(.recordSession, signature) { operation in
            try operation.db.require(.recordSession, at: session.homeId, signature)
            guard session.date <= operation.today else {
                throw StoreError.refused(.dateInFuture)
            }
            try HomesStore.check(attendances, of: session.kind)
            guard !topics.isEmpty || session.note?.isEmpty == false else {
                throw StoreError.refused(.sessionWithoutTopic)
            }
            for case let personId? in attendances.map(\.personId) {
                _ = try operation.db.own(Person.self, personId, signature, for: .recordSession)
            }
            let counsellor = try operation.db.existing(User.self, session.counsellorId)
            guard counsellor.disabledOn.map({ operation.today < $0 }) ?? true else {
                throw StoreError.noSuchRecord
            }
            try operation.checkInterpreter(of: session, for: attendances.compactMap(\.personId))
            let only = session.kind == .individual ? attendances.first?.personId : nil
            var record = session.normalised
            let given = Set(materials + [record.materialsGiven].compactMap(\.self))
            record.materialsGiven = nil
            let saved = try operation.insert(record, about: only)
            for material in given.sorted() {
                var row = SessionMaterial()
                row.sessionId = saved.id
                row.material = material
                try operation.insert(row, about: only)
            }
            for topic in Set(topics).sorted(by: { $0.number < $1.number }) {
                var row = SessionTopic()
                row.sessionId = saved.id
                row.topic = topic
                try operation.insert(row, about: only)
            }
            for attendance in attendances {
                var row = attendance
                row.sessionId = saved.id
                try operation.insert(row, about: nil)
            }
            return saved
        }
    }

    private static func check(_ attendances: [Attendance], of kind: SessionKind) throws {
        let named = attendances.compactMap(\.personId)
        switch kind {
        case .individual:
            guard attendances.count == 1, named.count == 1 else {
                throw StoreError.refused(.individualNeedsOne)
            }
        case .family:
            guard !named.isEmpty else { throw StoreError.refused(.nobodyAttended) }
        case .group:
            guard !attendances.isEmpty else { throw StoreError.refused(.nobodyAttended) }
        }
        guard Set(named).count == named.count else {
            throw StoreError.refused(.duplicateValue)
        }
    }

    /// Keeps the answers to the pre-departure checklist of a case. Items not named stay as they
    /// are; earlier answers stay in the journal.
    ///
    /// - Throws: `noSuchRecord`; `refused(.roleMayNot)`.
    @discardableResult
    public func answerChecklist(
        caseId: String, answers: [ChecklistItem: YesNoNA], by signature: Signature
    ) throws(StoreError) -> [ChecklistItem: YesNoNA] {
        try perform(.answerChecklist, signature) { operation in
            let file = try operation.db.own(Case.self, caseId, signature, for: .writeRecord)
            let kept = try operation.db.checklist(caseId: caseId)
            for item in ChecklistItem.allCases {
                guard let answer = answers[item] else { continue }
                if var row = kept[item] {
                    row.answer = answer
                    try operation.update(row, about: file.personId)
                } else {
                    var row = ChecklistAnswer()
                    row.caseId = caseId
                    row.item = item
                    row.answer = answer
                    try operation.insert(row, about: file.personId)
                }
            }
            return try operation.db.checklist(caseId: caseId).mapValues(\.answer)
        }
    }
}

extension Operation {
    /// An interpreter with a conflict interprets only with a reason, which is kept.
    fileprivate func checkInterpreter(
        of session: CounsellingSession, for personIds: [String]
    ) throws {
        guard let interpreter = session.asInterpreter, (session.interpreterReason ?? "").isEmpty
        else { return }
        let found = try db.interpreterConcerns(
            interpreter, personIds: personIds, homeId: session.homeId)
        guard found.isEmpty else { throw StoreError.refused(.interpreterNeedsReason) }
    }
}

extension CounsellingSession {
    /// Who interpreted; `nil` when nobody did.
    public var asInterpreter: InterpreterCheck.Interpreter? {
        guard let interpreter, !interpreter.isEmpty else { return nil }
        return InterpreterCheck.Interpreter(
            name: interpreter, county: interpreterCounty, work: interpreterWork)
    }
}

extension CounsellingTopic {
    /// 1 to 14: `T10` comes after `T9`.
    public var number: Int { Int(rawValue.dropFirst()) ?? 0 }
}

extension Database {
    /// The answers of a case's checklist, by item.
    func checklist(caseId: String) throws -> [ChecklistItem: ChecklistAnswer] {
        Dictionary(
            try fetchValid(ChecklistAnswer.self, "caseId = ?", [caseId]).map { ($0.item, $0) },
            uniquingKeysWith: { _, last in last })
    }
}
