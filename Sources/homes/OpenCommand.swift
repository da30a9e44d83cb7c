import ArgumentParser
import HomesCore

/// `homes`: opens the programme.
struct OpenCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open",
            abstract: words(
                "Open the programme; set it up the first time.", "打开项目；首次运行时进行设置。"))
    }

    @OptionGroup var place: FolderOptions

    @Option(
        name: .customLong("user"),
        help: help(
            "Sign in as this user; the screen asks for the password.",
            "以此用户登录；密码在界面输入。", value: "name"))
    var userName: String?

    func run() throws {
        let folder = try place.folder
        let store = try FolderState.openOrBegin(folder)
        let code = try OpenProgram(
            store: store, folder: folder, userName: userName, language: ProgramLanguage.current,
            isFirstRun: !FolderState.hasProgramme(in: folder)
        ).run()
        if code != 0 { throw ExitCode(code) }
    }
}
