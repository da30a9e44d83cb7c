import HomesCore

/// One session: what it was, what was covered, who took part.
public struct SessionScreen: Screen {
    let sessionId: String
    var page = PageView()
    var date: CivilDate?
    var fault: Phrase?

    /// The session of that id.
    public init(sessionId: String) {
        self.sessionId = sessionId
    }

    public var title: Phrase {
        Phrase("Session ", "辅导 ") + Phrase(verbatim: date?.iso ?? "")
    }
    public var hint: Phrase? { fault }

    public static let bindings: [Binding<SessionScreen>] = [
        Binding(.character("x"), help: Phrase("void with a reason", "作废（说明理由）")) { _, world in
            .push(
                PromptScreen(
                    question: "void", title: Phrase("Void the session", "作废此次辅导"),
                    ask: Phrase("Why", "理由"), kind: .text(limit: 120), world.language))
        }
    ]

    public mutating func refresh(_ world: World) {
        let id = sessionId
        switch world.attempt({ () throws(StoreError) in
            try world.store.session(id, by: world.signature)
        }) {
        case .success(let session):
            date = session.session.date
            page.lines = SessionScreen.lines(session, world)
        case .failure(let error): fault = error.phrase
        }
    }

    private static func lines(_ page: SessionPage, _ world: World) -> [PageLine] {
        var lines: [PageLine] = [
            .fact(Phrase("Counsellor", "辅导员"), Phrase(verbatim: page.counsellor))
        ]
        let names = CounsellingSession.fields.map(\.name).filter { $0 != "materialsGiven" }
        lines += page.session.pageLines(world.language, names)
        if !page.materials.isEmpty {
            lines.append(
                .fact(
                    Phrase("Given out", "发放材料"),
                    .listed(page.materials.map { ListTable.label($0, in: "materials") })))
        }
        lines += [.blank, .heading(Phrase("Topics", "专题"))]
        if page.topics.isEmpty { lines.append(.text(Phrase("none", "无"), .dim)) }
        for topic in page.topics {
            lines.append(.fact(Phrase(verbatim: topic.rawValue), topic.label))
        }
        lines += [.blank, .heading(Phrase("Who took part", "参加者"))]
        for row in page.attendances {
            let attendance = row.attendance
            let who =
                row.personCode.map { Phrase(verbatim: $0) }
                ?? Phrase("without a name", "未留姓名") + Phrase(verbatim: " ")
                + (attendance.ageBand?.label ?? Phrase("", ""))
            lines.append(.fact(who, attendance.outcome))
        }
        return lines
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .text("void", let reason) = answer else { return .stay }
        let id = sessionId
        switch world.attempt({ () throws(StoreError) in
            try world.store.void(
                table: CounsellingSession.table, id: id, reason: reason, by: world.signature)
        }) {
        case .success:
            return .popSaying(.done(Phrase("Session voided. F8 undoes.", "辅导记录已作废。按 F8 撤销。")))
        case .failure(let error): return .refused(error)
        }
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        page.take(key, world) ?? .ignored
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        page.draw(in: area, on: &canvas, world)
    }
}

extension Attendance {
    /// "score 40 -> 80", or how many women.
    fileprivate var outcome: Phrase {
        guard personId != nil else { return Phrase("\(tally) women", "\(tally)人") }
        if preScore == nil, postScore == nil { return Phrase("took part", "参加") }
        let before = preScore.map(String.init) ?? "?"
        let after = postScore.map(String.init) ?? "?"
        return Phrase("score \(before) -> \(after)", "得分 \(before) -> \(after)")
    }
}
