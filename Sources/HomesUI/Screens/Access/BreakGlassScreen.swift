import HomesCore

/// Opens one record that is closed to her, to read it for half an hour: whose, why, and her
/// password. Nothing of it is kept as a draft.
public struct BreakGlassScreen: FormScreen {
    static let question = "breakGlass"
    public static let formName = "breakGlass"
    public var form = Form()
    public var title: Phrase { Phrase("Break the glass", "紧急查阅") }
    public var draftTitle: String { "" }
    public var draftKey: DraftKey? { nil }

    /// The form; with a code where one was chosen.
    public init(_ world: World, code: String? = nil) {
        let section = Phrase(
            "Read one record for 30 minutes; its manager reviews it",
            "查阅一份档案30分钟，由负责人复核")
        form.add(
            "code", Phrase("Her code", "编号"), .code(limit: 20), section: section, required: true,
            value: code.map { .text($0) } ?? .null, world.language)
        form.add(
            "reason", Phrase("Reason", "理由"), .text(limit: 200), section: section,
            required: true, help: GlassBreak.field("reason")?.help, world.language)
    }

    public static let bindings: [Binding<BreakGlassScreen>] = formBindings

    public func unsaved(_ world: World) -> Draft? { nil }

    public mutating func save(_ world: World) -> Step {
        guard (form.textValue("reason") ?? "").count >= GlassBreak.leastReason else {
            form.focus(on: "reason")
            return .refused(.refused(.glassReason))
        }
        return .push(PasswordScreen.own(BreakGlassScreen.question, title, world))
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .proved(BreakGlassScreen.question, let proof) = answer else {
            return receiveInForm(answer, world)
        }
        let code = form.textValue("code") ?? ""
        let reason = form.textValue("reason") ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.breakGlass(
                personCode: code, reason: reason, proof: proof, by: world.signature)
        }) {
        case .success(let glass):
            return .replaceSaying(
                ResidentScreen(personId: glass.personId),
                .warning(
                    Phrase(
                        "To read, until \(world.moment(glass.until)). The manager sees it.",
                        "仅可查阅至\(world.moment(glass.until))。负责人会看到此次查阅。")))
        case .failure(let error): return .refused(error)
        }
    }
}

/// Opens a sealed record again: whose, why, and a second person's password.
public struct UnsealScreen: FormScreen {
    static let question = "unseal"
    public static let formName = "unseal"
    public var form = Form()
    public var title: Phrase { Phrase("Open a sealed record", "解封档案") }
    public var draftTitle: String { "" }
    public var draftKey: DraftKey? { nil }

    /// An empty form: a sealed record is in no list to choose it from.
    public init(_ world: World) {
        let section = Phrase(
            "Two persons: you, and another manager or a supervisor", "须两人：您与另一负责人或督导")
        form.add(
            "code", Phrase("Her code", "编号"), .code(limit: 20), section: section, required: true,
            world.language)
        form.add(
            "reason", Phrase("Reason", "理由"), .text(limit: 200), section: section,
            required: true, world.language)
    }

    public static let bindings: [Binding<UnsealScreen>] = formBindings

    public func unsaved(_ world: World) -> Draft? { nil }

    public mutating func save(_ world: World) -> Step {
        .push(PasswordScreen.second(UnsealScreen.question, title, world))
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        guard case .proved(UnsealScreen.question, let proof) = answer else {
            return receiveInForm(answer, world)
        }
        let code = form.textValue("code") ?? ""
        let reason = form.textValue("reason") ?? ""
        switch world.attempt({ () throws(StoreError) in
            try world.store.unsealPerson(code, reason: reason, second: proof, by: world.signature)
        }) {
        case .success(let person):
            return .replaceSaying(
                ResidentScreen(personId: person.id),
                .done(
                    Phrase(
                        "\(person.personCode) is open again.", "\(person.personCode)已解封。")))
        case .failure(let error): return .refused(error)
        }
    }
}
