import HomesCore

/// Two fields for a password that somebody chooses, and one that the program proposes: ten words,
/// made by chance.
struct NewPassword: Sendable {
    static let secret = "newPassword"
    static let again = "newPasswordAgain"

    /// The words that were proposed last.
    private(set) var proposed: PasswordProposal?

    static func add(to form: inout Form, section: Phrase, _ language: Language) {
        form.add(
            secret, Phrase("New password", "新密码"), .secret, section: section, required: true,
            help: Phrase(
                "15 characters or more, any of them; F5 proposes ten words",
                "至少15个字符，不限种类；F5 生成十个词"), language)
        form.add(
            again, Phrase("The same again", "再输一次"), .secret, section: section, required: true,
            help: Phrase("Typed again, so that it is what you mean", "再次输入以确认无误"), language)
    }

    /// Fills both fields with ten words, which are shown below the form.
    mutating func propose(in form: inout Form, _ language: Language) {
        let words = PasswordProposal(language)
        proposed = words
        form.set(NewPassword.secret, .text(words.typed), language)
        form.set(NewPassword.again, .text(words.typed), language)
    }

    /// The password, or what is wrong with it, said at its field.
    func checked(in form: inout Form, of user: User) -> Result<String, PasswordTrouble> {
        let password = form.textValue(NewPassword.secret) ?? ""
        if password != form.textValue(NewPassword.again) ?? "" {
            return trouble(
                Phrase("The two are not alike.", "两次输入不一致。"), NewPassword.again, &form)
        }
        guard let fault = HomesStore.passwordFaults(password, of: user).first else {
            return .success(password)
        }
        return trouble(fault, NewPassword.secret, &form)
    }

    private func trouble(
        _ phrase: Phrase, _ field: String, _ form: inout Form
    ) -> Result<String, PasswordTrouble> {
        form.annotate(field, fault: phrase)
        form.focus(on: field)
        return .failure(PasswordTrouble(phrase: phrase))
    }

    /// The proposed words, in columns, under the form.
    func draw(from row: Int, in area: Area, on canvas: inout Canvas, _ world: World) {
        guard let proposed else { return }
        var row = row
        let lines =
            [
                Phrase(
                    "Learn these words, or write them down and keep them on you:", "请记住这些词，或写下随身保管："
                )
            ]
            .map { world.text($0) } + proposed.lines
        for line in lines where row < area.row + area.height {
            for part in TextLines.wrap(line, width: area.width - 4) {
                canvas.write(
                    part, row: row, column: area.column + 2,
                    style: line == lines[0] ? .heading : .strong)
                row += 1
            }
        }
    }
}

/// What is wrong with a password.
struct PasswordTrouble: Error {
    let phrase: Phrase
}

/// The first sign-in with a one-time password: she chooses one of her own, which nobody else knows.
public struct ChoosePasswordScreen: FormScreen {
    public var form = Form()
    private let account: Account
    private let oneTime: String
    private var new = NewPassword()

    /// For an account that was opened with a one-time password.
    public init(_ account: Account, oneTime: String, _ language: Language) {
        self.account = account
        self.oneTime = oneTime
        NewPassword.add(
            to: &form, section: Phrase("A password of your own", "您自己的密码"), language)
    }

    public static let formName = "choosePassword"
    public var draftTitle: String { "" }
    public func unsaved(_ world: World) -> Draft? { nil }
    public var draftKey: DraftKey? { nil }
    public var title: Phrase { Phrase("Your password", "设定密码") }

    public static let bindings: [Binding<ChoosePasswordScreen>] = [
        Binding(.function(10), .control("s"), help: Phrase("keep it", "确定")) { screen, world in
            screen.checkAndSave(world)
        },
        Binding(.function(5), help: Phrase("propose words", "生成密码")) { screen, world in
            screen.new.propose(in: &screen.form, world.language)
            return .stay
        },
        Binding(.function(6), help: Phrase("show", "显示")) { screen, _ in
            screen.form.showsSecrets.toggle()
            return .stay
        },
    ]

    public mutating func save(_ world: World) -> Step {
        let (account, oneTime) = (self.account, self.oneTime)
        switch new.checked(in: &form, of: account.user) {
        case .failure(let trouble): return .say(.warning(trouble.phrase))
        case .success(let password):
            switch world.attempt({ () throws(StoreError) in
                let moment = try world.store.programme().moment(world.now)
                return try world.store.changePassword(
                    of: account.user, from: oneTime, to: password, at: moment)
            }) {
            case .success(let account): return SignInScreen.go(on: account, password, world)
            case .failure(let error): return .refused(error)
            }
        }
    }

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        form.draw(
            in: Area(row: area.row, column: area.column, width: area.width, height: 4),
            on: &canvas, world)
        new.draw(from: area.row + 5, in: area, on: &canvas, world)
    }
}
