import ArgumentParser
import HomesCore

/// `homes init`: an empty programme without questions.
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
        help: help("The first user's name.", "第一个用户的用户名。", value: "name"))
    var userName: String

    @Option(help: help("The first user's role.", "第一个用户的角色。", value: "role"))
    var role: Role

    func run() throws {
        let folder = try place.folder
        let store: HomesStore
        do throws(StoreError) {
            store = try HomesStore.create(folder: folder)
        } catch .refused(.duplicateValue) {
            throw CommandFailure(
                .refused,
                Phrase(
                    "There is a programme in this folder already; nothing was changed. "
                        + "Choose another folder with --dir.",
                    "此文件夹中已有项目，未作改动。请用 --dir 另选文件夹。"))
        }
        var programme = Programme()
        programme.nameEn = "Women's homes"
        programme.nameZh = "妇女之家"
        var user = User()
        user.userName = userName
        user.displayName = userName
        user.role = role
        user.language = ProgramLanguage.current
        do throws(StoreError) {
            try store.setUp(programme: programme, firstUser: user, at: SystemClock.now())
        } catch {
            // An empty file would be in the way of the next try.
            FolderState.removeProgramme(in: folder)
            guard error == .refused(.invalidValue) else { throw error }
            throw CommandFailure(
                .refused,
                Phrase(
                    "A user name has no space and is not empty. Choose another with --user.",
                    "用户名不能为空，也不能含空格。请用 --user 另取。"))
        }
        Output.line(words("The programme is made: ", "项目已建立：") + folder)
    }
}
