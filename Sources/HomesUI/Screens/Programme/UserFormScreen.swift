import HomesCore

/// A new user, or another role or other homes for one: two persons grant it.
struct UserFormScreen: FormScreen {
    static let formName = "user"
    static let homesField = "homes"
    private static let secondQuestion = "second"

    var form = Form()
    private let changed: UserSummary?
    /// Whether the second person was asked already.
    private var second: PasswordProof?

    /// An empty form, or that of a user whose role is changed.
    init(_ world: World, changing changed: UserSummary? = nil) {
        self.changed = changed
        var user = User()
        if let changed {
            user.role = changed.role
            form.add(
                user, as: "user", section: Phrase(verbatim: changed.userName), ["role"],
                world.language)
        } else {
            form.add(
                user, as: "user", section: Phrase("New user", "新用户"),
                ["userName", "displayName", "role", "language"], world.language)
        }
        form.add(
            UserFormScreen.homesField, Phrase("Homes", "所属之家"), .text(limit: 80),
            section: Phrase("Works in", "工作地点"),
            help: Phrase(
                "Codes with blanks between: AH-014 AH-015. Home staff need one.",
                "编号之间空格：AH-014 AH-015。工作人员须至少一家。"),
            value: changed.map { .text($0.homeCodes.joined(separator: " ")) } ?? .null,
            world.language)
        guard changed == nil else { return }
        form.add(
            user, as: "user", section: Phrase("Her signature", "本人签署"),
            ["codeOfConductAcceptedOn"], world.language)
    }

    var title: Phrase {
        changed == nil ? Phrase("New user", "新用户") : Phrase("Role and homes", "角色与所属之家")
    }
    var recordId: String { changed?.id ?? "" }
    var draftTitle: String { "" }
    static let bindings: [Binding<UserFormScreen>] = formBindings

    mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .proved(UserFormScreen.secondQuestion, let proof):
            second = proof
            return save(world)
        default: return receiveInForm(answer, world)
        }
    }

    mutating func save(_ world: World) -> Step {
        var user = User()
        form.fill(&user, from: "user")
        var homeIds: [String] = []
        for code in (form.textValue(UserFormScreen.homesField) ?? "").split(separator: " ") {
            let found = world.attempt { () throws(StoreError) in
                try world.store.home(code: String(code))
            }
            guard case .success(let home?) = found else {
                let fault = Phrase("There is no home \(code).", "没有编号为\(code)的妇女之家。")
                form.annotate(UserFormScreen.homesField, fault: fault)
                return .say(.warning(fault))
            }
            homeIds.append(home.id)
        }
        let (given, ids, proof, changed) = (user, homeIds, second, self.changed)
        switch world.attempt({ () throws(StoreError) -> (id: String, said: Phrase) in
            guard let changed else {
                let saved = try world.store.addUser(
                    given, homeIds: ids, second: proof, by: world.signature)
                return (
                    saved.id,
                    Phrase(
                        "\(saved.userName) is added. p gives her a password.",
                        "已新增\(saved.userName)。按 p 发放密码。")
                )
            }
            try world.store.setRole(
                of: changed.id, to: given.role, homeIds: ids, second: proof, by: world.signature)
            return (
                changed.id,
                Phrase(
                    "\(changed.userName) has another role or homes; she signs in again.",
                    "已更改\(changed.userName)的角色或所属之家；她须重新登录。")
            )
        }) {
        case .success(let saved):
            forgetDraft(world)
            form = Form()
            return .answerSaying(.saved(table: User.table, id: saved.id), .done(saved.said))
        case .failure(.refused(.needsTwoPersons)) where second == nil:
            return .push(
                PasswordScreen.second(
                    UserFormScreen.secondQuestion,
                    Phrase(
                        "Two persons grant a role. Another administrator, a home manager or a "
                            + "supervisor types her own user name and password here.",
                        "授予角色须两人确认。请另一位管理员、负责人或督导亲自输入用户名和密码。"), world))
        case .failure(let error):
            second = nil
            return refuse(error, world)
        }
    }
}
