import HomesCore

/// Who may sign in, as what, and in which homes.
struct UserListScreen: Screen {
    static let disableQuestion = "disable"
    static let issueQuestion = "issue"

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
        Binding(
            .character("p"), help: Phrase("give a password", "发放密码"),
            off: { screen, world in screen.closed ?? screen.whyNoPassword(world) }
        ) { screen, _ in screen.askIssue() },
        Binding(
            .character("e"), help: Phrase("role, homes", "角色与所属"),
            off: { screen, world in screen.closed ?? screen.whyNotChanged(world) }
        ) { screen, world in
            screen.list.selected.map { .push(UserFormScreen(world, changing: $0)) } ?? .stay
        },
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

    private func whyNoPassword(_ world: World) -> Phrase? {
        guard let user = list.selected else { return Phrase("No user.", "没有用户。") }
        return user.isDisabled ? Phrase("She is disabled.", "该用户已停用。") : nil
    }

    private func whyNotChanged(_ world: World) -> Phrase? {
        if let reason = whyNoPassword(world) { return reason }
        return list.selected?.id == world.session?.userId
            ? Phrase("Nobody changes her own role.", "不能更改自己的角色。") : nil
    }

    private func askIssue() -> Step {
        guard let user = list.selected else { return .stay }
        if user.passwordState == .none {
            return .push(
                ConfirmScreen(
                    question: UserListScreen.issueQuestion,
                    title: Phrase("Give a password", "发放密码"),
                    lines: [
                        Phrase(
                            "\(user.userName) gets a one-time password, shown on the next screen.",
                            "将为\(user.userName)生成一次性密码，在下一屏显示。")
                    ], word: Phrase(verbatim: user.userName)))
        }
        return .push(
            ConfirmScreen(
                question: UserListScreen.issueQuestion,
                title: Phrase("Give a new password", "重发密码"),
                lines: [
                    Phrase(
                        "Now: \(user.userName) signs in with her password.",
                        "现在：\(user.userName)用其密码登录。"),
                    Phrase(
                        "Then: that password opens nothing; a one-time password is shown on the "
                            + "next screen.",
                        "之后：原密码失效，下一屏显示一次性密码。"),
                ], word: Phrase(verbatim: user.userName)))
    }

    private func issue(_ world: World) -> Step {
        guard let user = list.selected else { return .stay }
        switch world.attempt({ () throws(StoreError) in
            try world.store.issuePassword(to: user.id, by: world.signature)
        }) {
        case .success(let issued): return .push(IssuedPasswordScreen(issued))
        case .failure(let error): return .refused(error)
        }
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
        case .confirmed(UserListScreen.issueQuestion): return issue(world)
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
                ListColumn(Phrase("Password", "密码"), width: 9, style: style) { row, world in
                    world.text(
                        row.isDisabled ? Phrase("disabled", "已停用") : row.passwordState.label)
                },
            ], in: area, on: &canvas, world, empty: Phrase("No users yet.", "还没有用户。"))
    }
}
