import ArgumentParser
import Glibc
import HomesCore

/// What every command takes: where the data lies, and the language.
struct FolderOptions: ParsableArguments {
    @Option(
        name: .customLong("dir"),
        help: help(
            "The data folder. Without it: $HOMES_DIR, else ~/.local/share/homes.",
            "数据文件夹。不填则用 $HOMES_DIR，再则 ~/.local/share/homes。", value: "folder"))
    var directory: String?

    @Option(
        name: .customLong("lang"),
        help: help(
            "en or zh. Without it: the language of the terminal.",
            "en 或 zh。不填则按终端语言。", value: "language"))
    var language: Language?

    /// The folder's path.
    var folder: String {
        get throws {
            if let directory, !directory.isEmpty { return directory }
            if let path = getenv("HOMES_DIR"), path.pointee != 0 { return String(cString: path) }
            if let home = getenv("HOME"), home.pointee != 0 {
                return String(cString: home) + "/.local/share/homes"
            }
            throw CommandFailure(
                .cannotRead,
                Phrase(
                    "There is no home folder here. Say where the data lies: --dir FOLDER.",
                    "此处没有主文件夹。请用 --dir 指明数据文件夹。"))
        }
    }
}
