import ArgumentParser
import HomesCore

/// `homes init`: an empty programme with its first administrator.
struct InitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: words(
                "Make an empty programme, for scripts.", "新建空白项目，供脚本使用。"))
    }

    @OptionGroup var place: FolderOptions

    @Option(
        name: .customLong("user"),
        help: help("The first administrator's user name.", "首位管理员的用户名。", value: "name"))
    var userName: String

    @OptionGroup var password: PasswordOptions

    func run() throws {
        let folder = try place.folder
        let store = HomesStore.place(in: folder)
        if FolderState.hasProgramme(in: folder) { throw InitCommand.isThere }
        var programme = Programme()
        programme.nameEn = "Women's homes"
        programme.nameZh = "妇女之家"
        var user = User()
        user.userName = userName
        user.displayName = userName
        user.language = ProgramLanguage.current
        let password = try password.password(of: userName)
        do throws(StoreError) {
            let made = try store.make(
                programme, firstUser: user, password: password, at: SystemClock.now())
            SharesCommand.write(made.shares.map { ShareWords($0) })
        } catch {
            if error == .refused(.duplicateValue) { throw InitCommand.isThere }
            guard error == .refused(.invalidValue) else { throw error }
            throw CommandFailure(
                .refused,
                Phrase(
                    "A user name has no space and is not empty. Choose another with --user.",
                    "用户名不能为空，也不能含空格。请用 --user 另取。"))
        }
        Output.line(words("The programme is made: ", "项目已建立：") + folder)
    }

    private static let isThere = CommandFailure(
        .refused,
        Phrase(
            "There is a programme in this folder already; nothing was changed. Choose another "
                + "folder with --dir.",
            "此文件夹中已有项目，未作改动。请用 --dir 另选文件夹。"))
}
