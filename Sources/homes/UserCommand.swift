import ArgumentParser
import HomesCore

/// `homes user`: who may sign in, for administrators.
struct UserCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "user",
            abstract: words(
                "Users: list, add, change a role, give a password, disable.",
                "用户：列出、新增、更改角色、发放密码、停用。"),
            subcommands: [
                ListUsersCommand.self, AddUserCommand.self, ChangeRoleCommand.self,
                ResetPasswordCommand.self, DisableUserCommand.self,
            ])
    }
}

/// The second person of an act of two.
struct SecondOptions: ParsableArguments {
    @Option(
        name: .customLong("second"),
        help: help(
            "The second person who confirms: another administrator, a manager or a supervisor.",
            "确认的第二人：另一位管理员、负责人或督导。", value: "name"))
    var userName: String?

    @Option(
        name: .customLong("second-password-fd"),
        help: help(
            "Read the second person's password from this descriptor.", "从此描述符读取第二人的密码。",
            value: "number"))
    var descriptor: Int32?

    /// The second person's proof; `nil` when none is named.
    func proof(_ signed: SignedIn) throws -> PasswordProof? {
        guard let userName else { return nil }
        var options = PasswordOptions()
        options.descriptor = descriptor
        return try signed.store.prove(
            userName: userName, password: try options.password(of: userName),
            at: signed.signature.at)
    }
}

/// What granting a role takes: the homes, and the two persons.
struct GrantOptions: ParsableArguments {
    @Option(
        name: .customLong("home"),
        help: help("A home in which she works; may be given again.", "所属之家，可重复。", value: "code"))
    var homes: [String] = []

    @OptionGroup var second: SecondOptions
    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    /// Opens the programme for the administrator.
    func open() throws -> SignedIn { try signer.open(try place.folder) }
}

extension SignedIn {
    /// A user by name.
    fileprivate func user(_ name: String) throws -> UserSummary {
        let wanted = SearchFold.fold(name)
        guard let user = try store.users().first(where: { SearchFold.fold($0.userName) == wanted })
        else {
            throw CommandFailure(
                .noProgramme,
                Phrase(
                    "There is no such user. `homes user list` names them.",
                    "没有这个用户。homes user list 列出全部用户。"))
        }
        return user
    }

    fileprivate func homeIds(_ codes: [String]) throws -> [String] {
        try codes.map { code in
            guard let home = try store.home(code: code.uppercased()) else {
                throw CommandFailure(
                    .noProgramme,
                    Phrase(
                        "There is no home of this code. The codes are in the report `occupancy`.",
                        "没有此编号的妇女之家。编号见 occupancy 报表。"))
            }
            return home.id
        }
    }

    /// Prints a one-time password.
    fileprivate func issue(to userId: String) throws {
        let issued = try store.issuePassword(to: userId, by: signature)
        Output.line(
            Phrase(
                "One-time password of \(issued.user.userName); she chooses her own at the sign-in:",
                "\(issued.user.userName)的一次性密码（登录时设定自己的密码）：")(ProgramLanguage.current))
        for line in PasswordProposal(issued.passphrase).lines { Output.line(line) }
    }
}

/// `homes user list`.
struct ListUsersCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: words("Every user.", "列出全部用户。"))
    }

    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let signed = try signer.open(try place.folder)
        let language = ProgramLanguage.current
        for user in try signed.store.users() {
            let state =
                user.isDisabled ? Phrase("disabled", "已停用") : user.passwordState.label
            Output.line(
                [
                    user.userName, user.role.label(language),
                    user.homeCodes.joined(separator: " "), state(language),
                ].joined(separator: "\t"))
        }
    }
}

/// `homes user add NAME --role ROLE --home CODE`.
struct AddUserCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: words(
                "Add a user and print her one-time password.", "新增用户并打印一次性密码。"))
    }

    @Argument(help: help("What she types to sign in.", "登录用户名。", value: "name"))
    var name: String

    @Option(help: help("Her role.", "角色。", value: "role"))
    var role: Role

    @Option(help: help("Her name as shown.", "显示姓名。", value: "text"))
    var shown: String?

    @OptionGroup var grant: GrantOptions

    func run() throws {
        let signed = try grant.open()
        var user = User()
        user.userName = name
        user.displayName = shown ?? name
        user.role = role
        user.language = ProgramLanguage.current
        let saved = try signed.store.addUser(
            user, homeIds: try signed.homeIds(grant.homes), second: try grant.second.proof(signed),
            by: signed.signature)
        try signed.issue(to: saved.id)
    }
}

/// `homes user role NAME ROLE --home CODE`.
struct ChangeRoleCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "role",
            abstract: words("Give a user another role and homes.", "更改用户的角色和所属之家。"))
    }

    @Argument(help: help("Her user name.", "用户名。", value: "name"))
    var name: String

    @Argument(help: help("The role from now on.", "今后的角色。", value: "role"))
    var role: Role

    @OptionGroup var grant: GrantOptions

    func run() throws {
        let signed = try grant.open()
        try signed.store.setRole(
            of: try signed.user(name).id, to: role, homeIds: try signed.homeIds(grant.homes),
            second: try grant.second.proof(signed), by: signed.signature)
        Output.line(words("The role is changed: ", "角色已更改：") + name)
    }
}

/// `homes user reset NAME`.
struct ResetPasswordCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reset",
            abstract: words(
                "Print a new one-time password; the old one opens nothing.",
                "打印新的一次性密码；旧密码失效。"))
    }

    @Argument(help: help("Her user name.", "用户名。", value: "name"))
    var name: String

    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let signed = try signer.open(try place.folder)
        try signed.issue(to: try signed.user(name).id)
    }
}

/// `homes user disable NAME`.
struct DisableUserCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "disable",
            abstract: words(
                "Take a user's access away, from now on.", "停用用户，立即生效。"))
    }

    @Argument(help: help("Her user name.", "用户名。", value: "name"))
    var name: String

    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let signed = try signer.open(try place.folder)
        try signed.store.disableUser(try signed.user(name).id, by: signed.signature)
        Output.line(words("Disabled: ", "已停用：") + name)
    }
}
