import HomesCore

/// Who may sign in, as what, and in which homes.
struct UserListScreen: Screen {
    static let disableQuestion = "disable"

    var list = ListView<UserSummary>(
        id: { $0.id },
        searchKey: {
            SearchKey.make(names: [$0.displayName], codes: [$0.userName] + $0.homeCodes)
        })
    var closed: Phrase?
    var fault: Phrase?

    var title: Phrase { Phrase("Users", "用户") }
    var takesText: Bool { list.isFiltering }
    var hint: Phrase? { fault }

    static let bindings: [Binding<UserListScreen>] = [
        Binding(
            .character("n"), help: Phrase("add a user", "新增用户"), off: { screen, _ in screen.closed }
        ) { _, world in .push(UserFormScreen(world)) },
        Binding(
            .character("x"), help: Phrase("disable", "停用"),
            off: { screen, world in screen.closed ?? screen.whyNotDisabled(world) }
        ) { screen, _ in screen.askDisable() },
        Binding(.function(3), .character("/"), help: Phrase("filter", "筛选")) { screen, world in
            screen.list.take(.function(3), world) ?? .stay
        },
    ]

    private func whyNotDisabled(_ world: World) -> Phrase? {
        guard let user = list.selected else { return Phrase("No user.", "没有用户。") }
        if user.isDisabled { return Phrase("She is disabled already.", "该用户已停用。") }
        return user.id == world.session?.userId
            ? Phrase("Nobody disables herself.", "不能停用自己。") : nil
    }

    private func askDisable() -> Step {
        guard let user = list.selected else { return .stay }
        return .push(
            ConfirmScreen(
                question: UserListScreen.disableQuestion, title: Phrase("Disable a user", "停用用户"),
                lines: [
                    Phrase(
                        "Now: \(user.userName) signs in as ", "现在：\(user.userName)可登录，角色为")
                        + user.role.label + Phrase(".", "。"),
                    Phrase(
                        "Then: she signs in no longer. What she did stays in the journal.",
                        "之后：不能再登录。其操作仍保留在日志中。"),
                ], word: Phrase(verbatim: user.userName)))
    }

    mutating func refresh(_ world: World) {
        closed = Administration.closed(to: world)
        switch world.attempt({ () throws(StoreError) in try world.store.users() }) {
        case .success(let users):
            list.show(users)
            fault = nil
        case .failure(let error): fault = error.phrase
        }
    }

    mutating func type(_ key: Key, _ world: World) -> Step { list.take(key, world) ?? .ignored }

    mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .saved(User.table, let id): list.select(id: id)
        case .confirmed(UserListScreen.disableQuestion): return disable(world)
        default: break
        }
        return .stay
    }

    private mutating func disable(_ world: World) -> Step {
        guard let user = list.selected else { return .stay }
        if case .failure(let error) = world.attempt({ () throws(StoreError) in
            try world.store.disableUser(user.id, by: world.signature)
        }) {
            return .refused(error)
        }
        refresh(world)
        return .say(.done(Phrase("\(user.userName) is disabled.", "\(user.userName)已停用。")))
    }

    func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        let style: @Sendable (UserSummary, World) -> Style = { user, _ in
            user.isDisabled ? .dim : .plain
        }
        let isNarrow = area.width < 70
        list.draw(
            [
                ListColumn(Phrase("User", "用户"), width: isNarrow ? 11 : 14, style: style) {
                    row, _ in
                    row.userName
                },
                ListColumn(Phrase("Name", "姓名"), width: 0, style: style) { row, _ in
                    row.displayName
                },
                ListColumn(Phrase("Role", "角色"), width: 14, style: style) { row, world in
                    world.text(row.role.label)
                },
                ListColumn(Phrase("Homes", "所属之家"), width: isNarrow ? 8 : 14, style: style) {
                    row, _ in
                    row.homeCodes.joined(separator: " ")
                },
                ListColumn(Phrase("State", "状态"), width: 8, style: style) { row, world in
                    world.text(
                        row.isDisabled ? Phrase("disabled", "已停用") : Phrase("active", "可登录"))
                },
            ], in: area, on: &canvas, world, empty: Phrase("No users yet.", "还没有用户。"))
    }
}

/// A new user: her name, role, language and homes.
struct UserFormScreen: FormScreen {
    static let formName = "user"
    static let homesField = "homes"

    var form = Form()

    init(_ world: World) {
        form.add(
            User(), as: "user", section: Phrase("New user", "新用户"),
            ["userName", "displayName", "role", "language"], world.language)
        form.add(
            UserFormScreen.homesField, Phrase("Homes", "所属之家"), .text(limit: 80),
            section: Phrase("Works in", "工作地点"),
            help: Phrase(
                "Codes with blanks between: AH-014 AH-015. Home staff need one.",
                "编号之间空格：AH-014 AH-015。工作人员须至少一家。"), world.language)
    }

    var title: Phrase { Phrase("New user", "新用户") }
    var draftTitle: String { "" }
    static let bindings: [Binding<UserFormScreen>] = formBindings

    mutating func receive(_ answer: Answer, _ world: World) -> Step {
        if case .confirmed("discard") = answer { return discard(world) }
        return receiveInForm(answer, world)
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
        let (newUser, ids) = (user, homeIds)
        switch world.attempt({ () throws(StoreError) in
            try world.store.addUser(newUser, homeIds: ids, by: world.signature)
        }) {
        case .success(let saved):
            forgetDraft(world)
            form = Form()
            return .answerSaying(
                .saved(table: User.table, id: saved.id),
                .done(Phrase("\(saved.userName) may sign in now.", "\(saved.userName)现在可以登录。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}
